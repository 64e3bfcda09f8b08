import { type Bounds, takes } from './bounds.ts';
import type { Scenario } from './scenario.ts';

/** One thing that a panel asks. */
export interface Question extends Bounds {
  /** Also its id: one of its own in the whole calculator. */
  name: string;
  label: string;
  /** What counts until somebody enters something, in its unit; null: nothing. */
  planned: number | null;
  /** Of a count: nothing counts in its place, and `planned` is only what is expected. */
  isCounted?: true;
  /** Whether there is no answer until it, or the plan, has one. */
  isNeeded?: true;
  /** Whether `planned` is that of a date, and not of the whole plan. */
  isDue?: boolean;
  owner?: string;
}

/** What somebody has entered, or null. What a link brings is not always what the question takes. */
export function entered(question: Question, entries: Scenario['entries']): number | null {
  const { name } = question;
  const entry = Object.hasOwn(entries, name) ? entries[name] : null;
  return typeof entry === 'number' && takes(entry, question) ? entry : null;
}

/** What counts: what somebody has entered, or else what is planned. */
export const answered = (question: Question, entries: Scenario['entries']): number | null =>
  entered(question, entries) ?? question.planned;
