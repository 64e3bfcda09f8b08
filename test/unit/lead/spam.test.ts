import { expect, test } from 'vitest';
import { spamOf } from '../../../src/lead/spam.ts';

test.each([
  ['', 2_000, [], false],
  ['', 60_000, [], false],
  ['', 1_999, ['too-fast'], false],
  ['', 0, ['too-fast'], false],
  ['https://spam.example', 5_000, ['trap-filled'], true],
  ['x', 10, ['too-fast', 'trap-filled'], true],
])('trap “%s” after %d ms: %j, quarantine %s', (trap, elapsed, signals, quarantine) => {
  expect(spamOf(trap, elapsed)).toEqual({ signals, quarantine });
});
