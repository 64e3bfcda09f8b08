import type { StageName } from '../campaign.ts';

export type ProblemCode =
  | 'required'
  | 'not-a-number'
  | 'negative'
  | 'not-positive'
  | 'too-large'
  | 'not-a-fraction'
  | 'above-one'
  | 'at-or-below-minus-one'
  | 'not-whole-months'
  | 'not-whole-draws'
  | 'not-a-range'
  | 'not-a-distribution'
  | 'no-spend'
  | 'not-a-date'
  | 'unknown-name'
  | 'twice'
  | 'out-of-order'
  | 'unexpected'
  | 'needs-opportunities'
  | 'exceeds-earlier-stage';

/** One thing wrong with an input: where, what, and what was expected (plain English, for developers). */
export interface Problem {
  /** Path of the field: `funnel[2].rate`. */
  field: string;
  code: ProblemCode;
  expected: string;
  /** For `exceeds-earlier-stage`: the later stage and the earlier one, for a locale to name. */
  stages?: readonly [later: StageName, earlier: StageName];
}

/** An input outside what the model can answer. The one exception that `unisono/roi` throws. */
export class InputError extends RangeError implements Problem {
  override readonly name = 'InputError';
  readonly field: string;
  readonly code: ProblemCode;
  readonly expected: string;
  readonly stages?: readonly [later: StageName, earlier: StageName];

  constructor({ field, code, expected, stages }: Problem) {
    super(`${field}: expected ${expected}`);
    this.field = field;
    this.code = code;
    this.expected = expected;
    if (stages) this.stages = stages;
  }
}
