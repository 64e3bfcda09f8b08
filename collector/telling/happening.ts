import type { Person, Stage } from '../store/tables.ts';

/** What others may be told of. */
export const events = ['lead.received', 'lead.hot', 'lead.stage', 'lead.won', 'lead.marketing'] as const;
export type EventName = (typeof events)[number];

/** Something that happened to a person. */
export interface Happening {
  event: EventName;
  /** As they are after it. */
  person: Person;
  /** The request it is about. */
  request?: { id: string; envelope: string };
  /** Where they stood before. */
  from?: Stage;
  /** Of a word on marketing: whether they wanted it before. */
  hadConfirmed?: boolean;
}
