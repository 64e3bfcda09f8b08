import { termsOf } from '../lead/condition.ts';
import { line } from './texts.ts';

/** What has to hold for a rule to apply, or for a question to be asked: see `termsOf`. */
export const condition = line.refine((text) => termsOf(text) !== null, {
  error: 'a condition such as "company", "!phone", "budget=5k-20k|over-20k" or "pageViews>=3", joined by &',
});
