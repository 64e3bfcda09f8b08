import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Facts, holds, termsOf } from '../../../src/lead/condition.ts';

/** What was said, by name. */
const said =
  (facts: Record<string, string[]>): Facts =>
  (name) =>
    Object.hasOwn(facts, name) ? facts[name]! : [];

/** Whether a condition holds; `null` for what is none. */
function isMet(condition: string, facts: Record<string, string[]> = {}): boolean | null {
  const terms = termsOf(condition);
  return terms && holds(terms, said(facts));
}

describe('a term', () => {
  const facts = { service: ['audit', 'seo'], staff: ['12'], note: ['about 12'], blank: [' '] };
  test.each([
    ['service', true],
    ['fax', false],
    ['!service', false],
    ['!fax', true],
    ['service=audit', true],
    ['service=ads|seo', true],
    ['service=ads', false],
    ['service=aud', false],
    ['fax=1', false],
    ['service!=ads|mail', true],
    ['service!=ads|seo', false],
    ['fax!=1', true],
    ['staff>=12', true],
    ['staff>=12.5', false],
    ['staff<=12', true],
    ['staff<=-1', false],
    ['staff>=1e1', true],
    ['note>=1', false],
    ['note<=1', false],
    ['blank<=1', false],
    ['blank>=0', false],
    ['fax<=0', false],
    ['toString', false],
    ['__proto__', false],
    ['!constructor', true],
  ])('%s: %s', (condition, answer) => expect(isMet(condition, facts)).toBe(answer));
});

test('all terms have to hold', () => {
  const facts = { a: ['1'], b: ['2'] };
  expect(isMet('a & b=2 & !c', facts)).toBe(true);
  expect(isMet('a & b=2 & c', facts)).toBe(false);
  expect(isMet('!a & b=2 & !c', facts)).toBe(false);
});

test('one of several answers is enough, for a number as well', () => {
  expect(isMet('size>=10', { size: ['small', '3', '30'] })).toBe(true);
  expect(isMet('size<=2', { size: ['small', '3', '30'] })).toBe(false);
});

test('blanks do not count, wherever they stand', () => {
  expect(termsOf('  ! a &b  !=  x y |\tz\n& c >= 5 ')).toEqual(termsOf('!a&b!=x y|z&c>=5'));
});

test('names may have dots, hyphens and letters of any language; values nearly anything', () => {
  expect(isMet('consent.marketing & li_fat-id & città=Forlì = FC', { città: ['Forlì = FC'] })).toBe(false);
  expect(
    isMet('consent.marketing & li_fat-id & città=Forlì = FC', {
      'consent.marketing': ['on'],
      'li_fat-id': ['1'],
      città: ['Forlì = FC'],
    }),
  ).toBe(true);
});

test.each([
  '',
  ' ',
  '&',
  'a &',
  'a & & b',
  '!',
  '!!a',
  'a b',
  'a!',
  'a=',
  'a= ',
  'a=|b',
  'a=b|',
  'a!=',
  '=a',
  '!a=b',
  '!a!=b',
  'a>5',
  'a<5',
  'a>=',
  'a>=five',
  'a>=5|6',
  'a>=Infinity',
  'a!>=5',
  '!a>=5',
  'a, b',
  'a(b)',
])('%j is no condition', (condition) => expect(termsOf(condition)).toBeNull());

/** Read and judged apart: character by character, without a pattern. */
function oracle(condition: string, facts: Record<string, string[]>): boolean {
  let all = true;
  for (const term of condition.split('&')) {
    const at = [...term].findIndex((character) => '=<>'.includes(character));
    const end = at > 0 && '!<>'.includes(term[at - 1]!) ? at - 1 : at;
    const before = (at < 0 ? term : term.slice(0, end)).trim();
    const name = before.replace('!', '').trim();
    const own = new Map(Object.entries(facts)).get(name) ?? [];
    if (at < 0) {
      const wantsNone = before.startsWith('!');
      if (wantsNone ? own.length > 0 : own.length === 0) all = false;
    } else if (term[at] === '=') {
      const wanted = new Set(
        term
          .slice(at + 1)
          .split('|')
          .map((value) => value.trim()),
      );
      const found = own.filter((value) => wanted.has(value)).length;
      if (term[at - 1] === '!' ? found > 0 : found === 0) all = false;
    } else {
      const limit = Number.parseFloat(term.slice(at + 2));
      const numbers = own.filter((value) => /^-?\d+(\.\d+)?$/.test(value)).map(Number.parseFloat);
      if (!numbers.some((number) => (term[at] === '>' ? number >= limit : number <= limit))) all = false;
    }
  }
  return all;
}

test('it agrees with an oracle that reads conditions in another way', () => {
  const name = fc.constantFrom('a', 'b', 'c.d', 'toString', '__proto__');
  const value = fc.constantFrom('x', 'y z', '0', '-3', '2.5', '10');
  const blank = fc.constantFrom('', ' ', '  ');
  const number = fc.constantFrom('-3', '0', '2.5', '7');
  const term = fc.oneof(
    fc.tuple(fc.constantFrom('', '!'), blank, name).map((parts) => parts.join('')),
    fc
      .tuple(name, blank, fc.constantFrom('=', '!='), blank, fc.array(value, { minLength: 1, maxLength: 3 }))
      .map(
        ([key, before, operator, after, values]) =>
          key + before + operator + after + values.join(`${after}|`),
      ),
    fc.tuple(name, blank, fc.constantFrom('>=', '<='), blank, number).map((parts) => parts.join('')),
  );
  const condition = fc
    .tuple(fc.array(term, { minLength: 1, maxLength: 3 }), blank)
    .map(([terms, space]) => terms.join(`${space}&${space}`));
  // As `JSON.parse` does it: `__proto__` is a key like any other.
  const facts = fc
    .array(fc.tuple(name, fc.array(value, { maxLength: 2 })), { maxLength: 5 })
    .map((entries) => Object.fromEntries(entries) as Record<string, string[]>);
  fc.assert(
    fc.property(condition, facts, (text, known) => {
      expect(isMet(text, known)).toBe(oracle(text, known));
    }),
    { numRuns: 5_000 },
  );
});

test('whatever a text says, it is a condition or none, and soon', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(termsOf(text) ?? [])));
  const start = performance.now();
  for (const text of [
    'a'.repeat(1e5),
    `!${' '.repeat(1e5)}`,
    `a${' '.repeat(1e5)}x`,
    `a=${'|'.repeat(1e5)}`,
    '&'.repeat(1e5),
  ])
    termsOf(`${text}\u0000`);
  expect(performance.now() - start).toBeLessThan(5_000);
});
