import { describe, expect, test } from 'vitest';
import { leadJsonSchema, parseEnvelope } from '../../../src/schema.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

/** A sound lead with something else in one place, such as `consents.0.text`. */
function leadWith(place: string, value: unknown): unknown {
  const lead = JSON.parse(JSON.stringify({ ...buildEnvelope(), test: true }));
  lead.profile.answers = [answer('x')];
  lead.spam.challenge = { name: 'turnstile', token: '0.abc' };
  const path = place.split('.');
  const last = path.pop()!;
  const part = path.reduce((inside, key) => inside[key], lead);
  part[last] = value;
  return lead;
}

const problemsOf = (place: string, value: unknown) => {
  const parsed = parseEnvelope(leadWith(place, value));
  return parsed.ok ? [] : parsed.problems;
};

const long = (length: number) => 'x'.repeat(length);
const many = (length: number, entry: unknown) => Array(length).fill(entry);
const keyed = (length: number) => Object.fromEntries(Array.from({ length }, (_, at) => [`i${at}`, at]));
const answer = (value: unknown) => ({ name: 'a', label: 'A', value });
const oneOrMany = 'a text, or a list of at most 50';
const address = (length: number) => `https://shop.example/${long(length - 21)}`;

describe('as much as this is taken, and no more', () => {
  test.each<[place: string, most: unknown, tooMuch: unknown, expected: string]>([
    ['profile.name', long(1_000), long(1_001), 'at most 1000 characters'],
    ['profile.message', long(32_000), long(32_001), 'at most 32000 characters'],
    [
      'profile.email',
      `a@${many(124, 'example').join('.')}.org`,
      `${long(1_000)}@b`,
      'at most 1000 characters',
    ],
    ['profile.interests', many(50, 'x'), many(51, 'x'), 'at most 50 entries'],
    ['profile.answers', many(100, answer('x')), many(101, answer('x')), 'at most 100 entries'],
    ['profile.answers.0.name', long(1_000), long(1_001), 'at most 1000 characters'],
    ['profile.answers.0.label', long(32_000), long(32_001), 'at most 32000 characters'],
    ['profile.answers.0.value', long(32_000), long(32_001), 'at most 32000 characters'],
    ['profile.answers.0.value', many(50, 'x'), many(51, 'x'), oneOrMany],
    ['consents.0.page', address(2_000), address(2_001), 'at most 2000 characters'],
    ['consents.0.locale', long(1_000), long(1_001), 'at most 1000 characters'],
    ['spam.challenge.name', long(1_000), long(1_001), 'at most 1000 characters'],
    ['spam.challenge.token', long(10_000), long(10_001), 'at most 10000 characters'],
    ['source.page', address(2_000), address(2_001), 'at most 2000 characters'],
    ['attribution.first.referrer', address(2_000), address(2_001), 'at most 2000 characters'],
    ['consents.0.policyUrl', address(2_000), address(2_001), 'at most 2000 characters'],
    [
      'createdAt',
      '2026-11-23T10:00:00.123456789Z',
      `2026-11-23T10:00:00.${'0'.repeat(11)}Z`,
      'at most 30 characters',
    ],
    ['consents', [], many(21, buildEnvelope().consents[0]), 'at most 20 entries'],
    ['engagement.pageViews', 0, -1, 'at least 0'],
    ['engagement.activeSeconds', 0, -0.5, 'at least 0'],
    ['engagement.activeSeconds', Number.MAX_SAFE_INTEGER, 1e300, `at most ${Number.MAX_SAFE_INTEGER}`],
    ['engagement.calculations', 7, 7.5, 'a whole number'],
    ['engagement.ctaClicks', Number.MAX_SAFE_INTEGER, 2 ** 53, `at most ${Number.MAX_SAFE_INTEGER}`],
    ['calculation.inputs', keyed(200), keyed(201), 'at most 200 entries'],
    ['calculation.results', keyed(200), keyed(201), 'at most 200 entries'],
    ['score.value', 0, -1, 'at least 0'],
    ['score.value', 100, 101, 'at most 100'],
    ['score.value', 50, 50.5, 'a whole number'],
    [
      'score.reasons',
      many(100, { rule: 'x', points: 1 }),
      many(101, { rule: 'x', points: 1 }),
      'at most 100 entries',
    ],
    ['spam.signals', many(20, 'too-fast'), many(21, 'too-fast'), 'at most 20 entries'],
  ])('%s', (place, most, tooMuch, expected) => {
    expect(problemsOf(place, most)).toEqual([]);
    expect(problemsOf(place, tooMuch)).toEqual([{ field: place, expected }]);
  });

  test('a list inside of a calculation', () => {
    expect(problemsOf('calculation.inputs.spend', many(200, 1))).toEqual([]);
    expect(problemsOf('calculation.inputs.spend', many(201, 1))).toHaveLength(1);
  });

  test.each<[string, boolean]>([
    [long(100), true],
    [long(101), false],
    ['lead-rate.2_b', true],
    ['constructors', true],
    ['prototypes', true],
    ['constructor', false],
    ['prototype', false],
    ['2leads', false],
    ['a rate', false],
    ['', false],
  ])('the name of a figure: %s', (name, isOne) => {
    const [problem, ...others] = problemsOf('calculation.results', { [name]: 1 });
    expect(problem === undefined).toBe(isOne);
    expect(others).toEqual([]);
    if (problem)
      expect(problem.expected).toBe('a name of letters, digits, dots and hyphens that starts with a letter');
  });

  test('the place of a problem is told in a line, whatever stands in the payload', () => {
    const [problem] = problemsOf('calculation.results', { [long(5_000)]: 1 });
    expect(problem!.field).toMatch(/^calculation\.results\.x+$/);
    expect(problem!.field).toHaveLength(200);
  });
});

describe('an address of a page has neither query nor fragment', () => {
  test.each(['source.page', 'attribution.first.page', 'attribution.last.page', 'attribution.first.referrer'])(
    '%s',
    (place) => {
      for (const address of ['', 'http://shop.example', 'https://shop.example/a/b'])
        expect(problemsOf(place, address)).toEqual([]);
      for (const address of [
        'https://shop.example/?email=ada@shop.example',
        'https://shop.example/a?',
        'https://shop.example/#ada',
        'https://shop.example/a b',
        'ftp://shop.example/',
        '/landing',
        'https://',
      ])
        expect(problemsOf(place, address)).toEqual([
          { field: place, expected: 'a web address without query and fragment' },
        ]);
    },
  );
});

describe('a moment is one in UTC', () => {
  test.each(['createdAt', 'consents.0.at', 'attribution.current.at'])('%s', (place) => {
    expect(problemsOf(place, new Date(0).toISOString())).toEqual([]);
    for (const moment of ['', 'today', '2026-11-23', '2026-11-23T10:00:00+01:00', '2026-13-01T00:00:00Z', 7])
      expect(problemsOf(place, moment)).toHaveLength(1);
  });
});

test.each<[string, unknown, string]>([
  ['test', false, 'true'],
  ['calculation.model', 3, 'one of 1, 2'],
  ['calculation.currency', 'eur', 'a currency code of three capital letters (ISO 4217)'],
  ['calculation.currency', 'EURO', 'a currency code of three capital letters (ISO 4217)'],
  ['calculation.definition', 'roi', 'one of "margin", "total-cost", "revenue", "roas"'],
  [
    'calculation.inputs.media',
    { a: { b: { c: {} } } },
    'a number, a short text, true or false, null, or a small list or object of these',
  ],
  ['consents.0.policyUrl', 'https://shop.example/a b', 'an http or https address'],
  ['score.temperature', 'lukewarm', 'one of "cold", "warm", "hot"'],
  ['spam.signals', ['robot'], 'one of "too-fast", "trap-filled", "challenge-missing"'],
  ['score.fit', '5', 'a number'],
  ['score.interest', null, 'a number'],
  ['profile.answers.0.value', { a: 1 }, oneOrMany],
  ['consents.0.hash', 'AB'.repeat(32), 'a SHA-256: 64 hexadecimal digits in small letters'],
  ['consents.0.hash', 'ab'.repeat(33), 'a SHA-256: 64 hexadecimal digits in small letters'],
  ['consents.0.page', 'https://shop.example/?q', 'a web address without query and fragment'],
  ['engagement', [], 'an object'],
  ['profile', null, 'an object'],
  ['engagement.activeSeconds', '5', 'a number'],
])('%s is not %j', (place, value, expected) => {
  const [problem, ...others] = problemsOf(place, value);
  expect(problem!.expected).toBe(expected);
  expect(problem!.field).toContain(place);
  expect(others).toEqual([]);
});

describe('a purpose is ours or the owner’s own', () => {
  test.each(['marketing', 'profiling', 'scoring', 'partner-offers', 'sms_2.b', 'x'.repeat(50)])(
    '%s',
    (name) => {
      expect(problemsOf('consents.0.purpose', name)).toEqual([]);
    },
  );

  test.each(['', '2nd', 'by phone', '__proto__', 'x'.repeat(51), 'a\n'])('and %j is none', (name) => {
    expect(problemsOf('consents.0.purpose', name)).toEqual([
      {
        field: 'consents.0.purpose',
        expected: 'a name of up to 50 letters, digits, dots and hyphens that starts with a letter',
      },
    ]);
  });
});

describe('the contract as JSON Schema', () => {
  const schema = leadJsonSchema();

  test('says whose it is', () => {
    expect(schema).toMatchObject({
      title: 'Unisono lead',
      description: 'A lead as it travels, contract version 1.',
    });
  });

  /** Whether a pattern can go on for ever: outside of a list of characters, something is repeated without an end. */
  const isEndless = (pattern: string) => {
    const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
    return !bare.startsWith('^') || !bare.endsWith('$') || /[*+]|\{\d+,\}/.test(bare);
  };

  test.each<[string, boolean]>([
    ['a+', true],
    ['^a+$', true],
    ['^a*$', true],
    ['^a{2,}$', true],
    ['a{2}', true],
    ['^a{2,3}$', false],
    ['^[+*]\\+$', false],
  ])('(%s can go on for ever: %s)', (pattern, answer) => expect(isEndless(pattern)).toBe(answer));

  test('limits every text, every list and every object of names', () => {
    const unlimited: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, maxLength, pattern, enum: words, const: word, ...more } = node as Record<string, unknown>;
      const isLimited = maxLength || words || word || (typeof pattern === 'string' && !isEndless(pattern));
      if (type === 'string' && !isLimited) unlimited.push(path);
      if (type === 'array' && !more.maxItems) unlimited.push(path);
      if (type === 'object' && more.propertyNames && !more.maxProperties) unlimited.push(path);
      for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
    };
    walk(schema, '');
    expect(unlimited).toEqual([]);
  });
});
