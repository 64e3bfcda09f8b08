/** What is counted without identity. */
export const tallyEvents = ['view', 'start', 'step', 'submit', 'cta', 'calculation'] as const;

export type TallyEvent = (typeof tallyEvents)[number];

/** How often something happened, with nothing that leads to a person. */
export interface Tally {
  /** UTC day, such as `2026-11-26`. Nothing finer is known. */
  day: string;
  /** Name of the form; `''` for what belongs to none. */
  form: string;
  /** `utm_campaign` of the page's address; `''` for none. */
  campaign: string;
  event: TallyEvent;
  number: number;
}
