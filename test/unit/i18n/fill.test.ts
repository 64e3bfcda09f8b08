import { expect, test } from 'vitest';
import { fill } from '../../../src/i18n/fill.ts';

test('each place gets its value, as often as it is named', () => {
  expect(fill('{a} of {b}, {a} at most', { a: 1, b: 'two' })).toBe('1 of two, 1 at most');
});

test('a place has a name of letters and digits', () => {
  expect(fill('{low2} to {high_3}, {not this}', { low2: 1, high_3: 2 })).toBe('1 to 2, {not this}');
});

test('a place without a value stays, also one that every object has', () => {
  expect(fill('{missing} {constructor} {__proto__}', {})).toBe('{missing} {constructor} {__proto__}');
});

test('a value that looks like a place, or like a pattern, is only a text', () => {
  expect(fill('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
});
