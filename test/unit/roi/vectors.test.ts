import { expect, test } from 'vitest';
import vectors from './roi-vectors.json' with { type: 'json' };
import { answers } from './vector-answers.ts';

for (const { id, source, kind, inputs, expected, tolerance } of vectors) {
  test(`published example ${id}: ${source}`, () => {
    const answer = answers[kind]?.(inputs as never);
    for (const [name, value] of Object.entries(expected)) {
      const ours = answer?.[name];
      const pairs = [value].flat().map((each, i) => [[ours].flat()[i], each] as const);
      expect([ours].flat()).toHaveLength([value].flat().length);
      for (const [actual, wanted] of pairs) expect(Math.abs(actual! - wanted)).toBeLessThanOrEqual(tolerance);
    }
  });
}
