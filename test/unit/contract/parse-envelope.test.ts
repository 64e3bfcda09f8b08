import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envelopeOf } from '../../../src/lead/envelope.ts';
import { calculator, form as en } from '../../../src/locales/en.ts';
import { form as it } from '../../../src/locales/it.ts';
import { parseEnvelope } from '../../../src/schema.ts';
import { buildEnvelope, buildLead, consentTo } from '../../support/envelope-builder.ts';

/** The example of the contract, its gaps filled. */
const example = {
  version: 1,
  id: '3f2b8c1e-5d4a-4f6b-9c7d-0a1b2c3d4e5f',
  createdAt: '2026-11-23T10:00:00.000Z',
  source: {
    form: 'lead-form',
    page: 'https://shop.example/landing',
    title: 'Landing',
    locale: 'it-IT',
    variant: 'b',
  },
  profile: {
    email: 'ada@shop.example',
    firstName: 'Ada',
    company: 'Rossi',
    phone: '+390212345',
    interests: ['seo'],
    buying: { frequency: 'quarterly', budget: '5k-20k', timeframe: 'this-quarter' },
  },
  consents: [
    {
      purpose: 'profiling',
      granted: true,
      text: 'The exact words shown',
      version: '1',
      policyUrl: 'https://shop.example/privacy',
      at: '2026-11-23T09:59:00.000Z',
    },
  ],
  attribution: { first: { at: '2026-11-23T09:58:00.000Z', page: 'https://shop.example/landing' } },
  engagement: { pageViews: 3, activeSeconds: 94, ctaClicks: 2, calculations: 4 },
  calculation: { model: 1, currency: 'EUR', inputs: {}, results: {}, definition: 'margin' },
  score: { value: 72, temperature: 'hot', stage: 'mql', reasons: [{ rule: 'budget>=5k', points: 20 }] },
  spam: { signals: ['too-fast'], quarantine: false },
};

const over = (json: string): unknown => JSON.parse(json);

/** What is wrong with the example once a part of it is replaced. */
function problems(changes: object) {
  const parsed = parseEnvelope({ ...example, ...changes });
  return parsed.ok ? [] : parsed.problems;
}

test('the example of the contract is a lead', () => {
  expect(parseEnvelope(example)).toEqual({ ok: true, envelope: example, withheld: [] });
});

describe('whatever the script puts into an envelope arrives as it was', () => {
  const line = fc.string({ maxLength: 300, unit: 'grapheme' });
  const profile = fc.record(
    {
      email: fc.emailAddress(),
      name: line,
      company: line,
      phone: line,
      message: fc.string({ maxLength: 5_000, unit: 'grapheme' }),
      interests: fc.array(line, { maxLength: 10 }),
      buying: fc.record(
        { timeframe: fc.constantFrom('now', 'this-quarter', 'this-year', 'exploring') },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['email'] },
  );
  const engagement = fc.record({
    pageViews: fc.nat(),
    activeSeconds: fc.nat(),
    ctaClicks: fc.nat(),
    calculations: fc.nat(),
  });
  const moment = fc.date({
    min: new Date(0),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });

  test('with profiling and without', () => {
    fc.assert(
      fc.property(profile, engagement, moment, fc.boolean(), (profile, engagement, now, granted) => {
        const lead = buildLead({ profile, engagement, consents: [consentTo('profiling', granted)] });
        const envelope = envelopeOf(lead, now);
        const arrived: unknown = JSON.parse(JSON.stringify(envelope));
        expect(parseEnvelope(arrived)).toEqual({ ok: true, envelope, withheld: [] });
      }),
      { numRuns: 300 },
    );
  });
});

test('every choice that a form offers is one that the contract knows, in each language', () => {
  for (const { choices } of [en, it])
    for (const part of ['budget', 'frequency', 'timeframe'] as const)
      for (const choice of Object.keys(choices[part]))
        expect(problems({ profile: { email: 'a@b.example', buying: { [part]: choice } } })).toEqual([]);
  for (const definition of Object.keys(calculator.definitions))
    expect(problems({ calculation: { ...example.calculation, definition } })).toEqual([]);
});

describe('without the profiling consent', () => {
  const parts = ['attribution', 'engagement', 'calculation', 'score'] as const;

  test.each([
    ['it was refused', [consentTo('profiling', false)]],
    ['it was never asked for', []],
    ['it was taken back', [consentTo('profiling', true), consentTo('profiling', false)]],
    ['only marketing was agreed to', [consentTo('marketing', true)]],
  ])('%s: behaviour is left out and named, the request stays', (_, consents) => {
    const parsed = parseEnvelope({ ...example, consents });
    if (!parsed.ok) throw new Error('refused');
    expect(parsed.withheld).toEqual(parts);
    expect(parsed.envelope.profile).toEqual(example.profile);
    for (const part of parts) expect(parsed.envelope).not.toHaveProperty(part);
  });
});

describe('what is no lead', () => {
  test.each([null, undefined, 3, 'lead', [], [example]])('%j', (json) => {
    expect(parseEnvelope(json)).toMatchObject({ ok: false, reason: 'invalid-lead' });
  });

  test.each([2, 0, '1', null, {}])('version %j is another contract', (version) => {
    expect(parseEnvelope({ ...example, version })).toEqual({
      ok: false,
      reason: 'unknown-version',
      problems: [{ field: 'version', expected: '1' }],
    });
  });

  test('every problem names its field and what belongs there, and repeats nothing of what was sent', () => {
    const parsed = parseEnvelope({
      version: 1,
      id: 'SECRET',
      createdAt: 'SECRET',
      source: { form: 7, page: 'javascript:SECRET', title: '', locale: 'it' },
      profile: { email: 'SECRET', phone: 'SECRET'.repeat(500), buying: { budget: 'SECRET' } },
      consents: [{ ...example.consents[0], granted: 'SECRET', policyUrl: 'javascript:SECRET' }],
      calculation: { ...example.calculation, currency: 'SECRET', results: { roi: 'SECRET' } },
      engagement: { ...example.engagement, pageViews: 1.5, ctaClicks: -1 },
      spam: { signals: 'SECRET' },
    });
    expect(parsed).toEqual({
      ok: false,
      reason: 'invalid-lead',
      problems: [
        { field: 'id', expected: 'a UUID' },
        { field: 'createdAt', expected: 'a date and time in UTC (ISO 8601, ending in Z)' },
        { field: 'source.form', expected: 'a text' },
        { field: 'source.page', expected: 'a web address without query and fragment' },
        { field: 'profile.email', expected: 'an e-mail address' },
        { field: 'profile.phone', expected: 'at most 1000 characters' },
        { field: 'profile.buying.budget', expected: 'one of "under-1k", "1k-5k", "5k-20k", "over-20k"' },
        { field: 'consents.0.granted', expected: 'true or false' },
        { field: 'consents.0.policyUrl', expected: 'an http or https address' },
        { field: 'engagement.pageViews', expected: 'a whole number' },
        { field: 'engagement.ctaClicks', expected: 'at least 0' },
        { field: 'calculation.currency', expected: 'a currency code of three capital letters (ISO 4217)' },
        { field: 'calculation.results.roi', expected: 'a number' },
        { field: 'spam.signals', expected: 'a list' },
        { field: 'spam.quarantine', expected: 'true or false' },
      ],
    });
  });

  test('at most twenty problems are told', () => {
    expect(
      problems({
        calculation: {
          ...example.calculation,
          results: Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`r${i}`, 'x'])),
        },
      }),
    ).toHaveLength(20);
  });
});

describe('limits', () => {
  test.each([
    ['a message over 32,000 characters', { profile: { email: 'a@b.example', message: 'x'.repeat(32_001) } }],
    ['more than 50 interests', { profile: { email: 'a@b.example', interests: Array(51).fill('x') } }],
    ['more than 20 consents', { consents: Array(21).fill(example.consents[0]) }],
    [
      'more than 100 reasons',
      { score: { ...example.score, reasons: Array(101).fill({ rule: 'x', points: 1 }) } },
    ],
    [
      'more than 200 inputs',
      {
        calculation: {
          ...example.calculation,
          inputs: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`i${i}`, i])),
        },
      },
    ],
    [
      'inputs nested too deep',
      { calculation: { ...example.calculation, inputs: { a: { b: { c: { d: { e: 1 } } } } } } },
    ],
    ['a score over 100', { score: { ...example.score, value: 101 } }],
  ])('%s', (_, changes) => {
    expect(problems(changes)).toHaveLength(1);
  });

  test('a message as long as a whole envelope may be is none too long', () => {
    expect(problems({ profile: { email: 'a@b.example', message: 'x'.repeat(32_000) } })).toEqual([]);
  });

  test('a hundred thousand brackets do not break anything', () => {
    const deep = over(`{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`) as object;
    expect(problems({ ...deep })).toEqual([]);
    expect(problems({ calculation: { ...example.calculation, inputs: deep } })).toHaveLength(1);
  });
});

describe('keys that nobody asked for', () => {
  test('a newer script may send more: what is not known is left out', () => {
    const newer = { ...example, mood: 'good', profile: { ...example.profile, shoeSize: 42 } };
    expect(parseEnvelope(newer)).toEqual({ ok: true, envelope: example, withheld: [] });
  });

  test.each(['__proto__', 'constructor', 'prototype'])(
    '%s reaches no prototype, wherever it stands',
    (key) => {
      const evil = `"${key}":{"polluted":true,"prototype":{"polluted":true}}`;
      const lead = over(
        JSON.stringify(example)
          .replace('{"version"', `{${evil},"version"`)
          .replace('"profile":{', `"profile":{${evil},`)
          .replace('"buying":{', `"buying":{${evil},`)
          .replace('"first":{', `"first":{${evil},`),
      );
      const parsed = parseEnvelope(lead);
      expect(parsed).toEqual({ ok: true, envelope: example, withheld: [] });
      if (!parsed.ok) return;
      for (const part of [parsed.envelope, parsed.envelope.profile, parsed.envelope.attribution?.first]) {
        expect(Object.getPrototypeOf(part)).toBe(Object.prototype);
        expect(Object.hasOwn(part!, key)).toBe(false);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  test.each(['__proto__', 'constructor', 'prototype', 'a b', ''])('no input is called %j', (key) => {
    const inputs = over(`{"${key}":{"polluted":1}}`);
    const parsed = parseEnvelope({ ...example, calculation: { ...example.calculation, inputs } });
    if (parsed.ok) expect(parsed.envelope.calculation?.inputs).toEqual({});
    else expect(parsed.problems).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test('an id is the same in capitals', () => {
  const parsed = parseEnvelope({ ...example, id: example.id.toUpperCase() });
  expect(parsed.ok && parsed.envelope.id).toBe(example.id);
});

test('the builder of the tests builds leads', () => {
  const envelope = buildEnvelope({ test: true });
  expect(parseEnvelope(envelope)).toEqual({ ok: true, envelope, withheld: [] });
});
