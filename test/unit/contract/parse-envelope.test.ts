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
    answers: [
      { name: 'service', label: 'Which service?', value: 'audit' },
      { name: 'channels', label: 'Where do you advertise?', value: ['search', 'print'] },
    ],
  },
  consents: [
    {
      purpose: 'profiling',
      granted: true,
      text: 'The exact words shown',
      version: '1',
      policyUrl: 'https://shop.example/privacy',
      at: '2026-11-23T09:59:00.000Z',
      hash: 'ab'.repeat(32),
      locale: 'en-GB',
      page: 'https://shop.example/landing',
    },
  ],
  attribution: { first: { at: '2026-11-23T09:58:00.000Z', page: 'https://shop.example/landing' } },
  engagement: { pageViews: 3, activeSeconds: 94, ctaClicks: 2, calculations: 4 },
  calculation: { model: 1, currency: 'EUR', inputs: {}, results: {}, definition: 'margin' },
  score: {
    value: 72,
    fit: 50,
    interest: 22,
    temperature: 'hot',
    stage: 'mql',
    reasons: [{ rule: 'budget>=5k', points: 20 }],
  },
  spam: { signals: ['too-fast'], quarantine: false, challenge: { name: 'turnstile', token: '0.abc' } },
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
      answers: fc.array(
        fc.record({
          name: line,
          label: line,
          value: fc.oneof(line, fc.array(line, { maxLength: 5 })),
        }),
        { maxLength: 5 },
      ),
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
        const envelope = envelopeOf(lead, { now });
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

/** What is left out of the example with these consents and this score. */
function withheld(consents: object[], score: object = example.score) {
  const parsed = parseEnvelope({ ...example, consents, score });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  for (const part of parsed.withheld) expect(parsed.envelope).not.toHaveProperty(part);
  expect(parsed.envelope.profile).toEqual(example.profile);
  return parsed.withheld;
}

describe('without the profiling consent', () => {
  const behaviour = ['attribution', 'engagement', 'calculation'];
  const { fit: _, interest: __, ...old } = example.score;

  describe.each([
    ['it was refused', [consentTo('profiling', false)]],
    ['it was never asked for', []],
    ['it was taken back', [consentTo('profiling', true), consentTo('profiling', false)]],
    ['only marketing was agreed to', [consentTo('marketing', true)]],
    ['scoring alone was agreed to', [consentTo('scoring', true)]],
  ])('(%s)', (_, consents) => {
    test('behaviour is left out and named, the request stays', () => {
      expect(withheld(consents)).toEqual([...behaviour, 'score']);
    });

    test('a score of what was written stays', () => {
      const score = { ...example.score, interest: 0 };
      expect(withheld(consents, score)).toEqual(behaviour);
    });

    test.each([
      ['has a part for interest', { ...old, fit: 50, interest: -5 }],
      ['does not say what it is of', old],
      ['says it of one half', { ...old, fit: 50 }],
      ['says it of the other half', { ...old, interest: 0 }],
    ])('a score goes that %s', (_, score) => {
      expect(withheld(consents, score)).toEqual([...behaviour, 'score']);
    });
  });
});

describe('who objects to scoring has no score, whatever else was said', () => {
  test.each([
    ['with profiling', [consentTo('profiling'), consentTo('scoring', false)], ['score']],
    ['said again', [consentTo('scoring'), consentTo('scoring', false), consentTo('profiling')], ['score']],
    [
      'without profiling',
      [consentTo('scoring', false)],
      ['attribution', 'engagement', 'calculation', 'score'],
    ],
  ])('%s', (_, consents, parts) => {
    expect(withheld(consents)).toEqual(parts);
    expect(withheld(consents, { ...example.score, interest: 0 })).toEqual(parts);
  });

  test('unless the objection was taken back', () => {
    expect(withheld([consentTo('profiling'), consentTo('scoring', false), consentTo('scoring')])).toEqual([]);
  });
});

test('a lead of an older script is one: nothing that came later is asked for', () => {
  const { answers: _, ...profile } = example.profile;
  const { hash, locale, page, ...consent } = example.consents[0]!;
  const { fit, interest, ...score } = example.score;
  const { challenge, ...spam } = example.spam;
  const old = { ...example, profile, consents: [consent], score, spam };
  expect(parseEnvelope(old)).toEqual({ ok: true, envelope: old, withheld: [] });
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
      profile: {
        email: 'SECRET',
        phone: 'SECRET'.repeat(500),
        buying: { budget: 'SECRET' },
        answers: [{ name: 'a', label: 'A', value: [7] }],
      },
      consents: [
        {
          ...example.consents[0],
          purpose: 'SECRET SECRET',
          granted: 'SECRET',
          policyUrl: 'javascript:SECRET',
          hash: 'SECRET',
          page: 'https://shop.example/?SECRET',
        },
      ],
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
        { field: 'profile.answers.0.value', expected: 'a text, or a list of at most 50' },
        {
          field: 'consents.0.purpose',
          expected: 'a name of up to 50 letters, digits, dots and hyphens that starts with a letter',
        },
        { field: 'consents.0.granted', expected: 'true or false' },
        { field: 'consents.0.policyUrl', expected: 'an http or https address' },
        { field: 'consents.0.hash', expected: 'a SHA-256: 64 hexadecimal digits in small letters' },
        { field: 'consents.0.page', expected: 'a web address without query and fragment' },
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
