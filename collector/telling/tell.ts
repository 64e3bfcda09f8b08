import type { Change } from '../store/store.ts';
import type { Person, Stage } from '../store/tables.ts';

/** What others may be told of. */
export const events = ['lead.received', 'lead.hot', 'lead.stage', 'lead.won'] as const;
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
}

/**
 * Puts down what is to be told to others, within the change that it tells of: what was not kept is not told, and what
 * was kept is told even if the collector ends before it could.
 */
export async function tell(_change: Change, _happenings: readonly Happening[], _now: Date): Promise<void> {}
