import type { Change } from '../../store/store.ts';
import type { Retention } from './retention-rules.ts';

/** What is gone by, in one run. */
export interface Run {
  rules: Retention;
  secret: string;
  now: Date;
}

/** Does one batch of something, and says how much that was: `0` when there is no more. */
export type Step = (change: Change, run: Run) => Promise<number>;

/** How many rows a change takes, so that a lead that arrives meanwhile waits for a moment only. */
export const batch = 50;
