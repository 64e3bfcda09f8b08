import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { CalculatorConfig } from '../../../src/calculator/calculator-options.ts';
import { calculatorOptions } from '../../../src/calculator/calculator-options.ts';
import { inputNames } from '../../../src/calculator/inputs.ts';
import { questionTypes } from '../../../src/form/field-types.ts';
import type { LeadFormConfig } from '../../../src/form/lead-form-options.ts';
import { leadFormOptions } from '../../../src/form/lead-form-options.ts';
import { calculatorConfigSchema, leadFormConfigSchema, parseEnvelope } from '../../../src/schema.ts';
import { buildEnvelope, consentTo } from '../../support/envelope-builder.ts';

const whole: LeadFormConfig = {
  locale: 'it-IT',
  texts: { submit: 'Scrivici', errors: { required: 'Serve' }, choices: { interests: { quote: 'Prezzo' } } },
  endpoint: 'https://hooks.example/leads?token=1',
  contentType: 'application/json',
  unreadable: false,
  fields: 'name email phone? message?',
  interests: { roof: 'A roof' },
  name: 'contact',
  variant: 'b',
  controller: 'Harbour & Lane',
  policyUrl: '/privacy',
  policyVersion: '2026-11',
  fallback: '+44 20 7946 0000',
  consents: { marketing: 'Write to me.' },
  prefill: 'email',
  progressive: 2,
  noScoring: false,
  nextStep: { text: 'We call you.' },
  redirect: '/thanks',
  dialog: true,
  remember: 'tab',
};

const problems = (schema: z.ZodType, config: unknown) =>
  schema.safeParse(config).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('a whole configuration passes unchanged, and so does an empty one', () => {
  expect(leadFormConfigSchema.parse(whole)).toEqual(whole);
  expect(leadFormConfigSchema.parse({})).toEqual({});
  const calculator: CalculatorConfig = {
    currency: 'chf',
    definition: 'roas',
    mode: 'full',
    start: 'impressions',
    noModes: true,
    values: { media: 800, customerRate: 0.2, mqlRate: null },
    fixed: 'averageSale grossMargin',
    hides: ['months', 'spendMonths'],
  };
  expect(calculatorConfigSchema.parse(calculator)).toEqual(calculator);
  expect(calculatorConfigSchema.parse({})).toEqual({});
});

test('an unknown key is named, with the keys there are', () => {
  const [problem] = problems(leadFormConfigSchema, { endpont: 'https://hooks.example/leads' });
  expect(problem).toBe(
    `: not known here: endpont; expected some of ${Object.keys(leadFormOptions).join(', ')}`,
  );
  const [other] = problems(calculatorConfigSchema, { currancy: 'EUR' });
  expect(other).toBe(
    `: not known here: currancy; expected some of ${Object.keys(calculatorOptions).join(', ')}`,
  );
});

test.each([
  '/api/leads',
  'leads',
  '//hooks.example/leads',
  'http://localhost:4173/api/leads',
  'https://hooks.example/@team/leads',
])('%s is an endpoint', (endpoint) => {
  expect(problems(leadFormConfigSchema, { endpoint })).toEqual([]);
});

test.each([
  '',
  'ftp://hooks.example/',
  'javascript:alert(1)',
  'data:text/plain,',
  'https://user:word@hooks.example/',
  '//user@hooks.example/',
  42,
])('%s is no endpoint', (endpoint) => {
  expect(problems(leadFormConfigSchema, { endpoint })).not.toEqual([]);
});

test.each([
  'email',
  'name email phone? message?',
  'name, email, company?',
  '\n  name\n  email,\n  phone?,\n',
  ['name', 'phone?'],
])('%s is a list of fields', (fields) => {
  expect(problems(leadFormConfigSchema, { fields })).toEqual([]);
  expect(leadFormOptions.fields.read(fields)).toBeDefined();
});

test.each(['', ' , ', '|', 'name fax', 'name??', 'na?me', 42, {}, [], ['|'], [{ step: 'Empty' }]])(
  '%j is none, and what there is to choose from is said',
  (fields) => {
    expect(problems(leadFormConfigSchema, { fields })).toEqual([
      `fields: ${leadFormOptions.fields.expected}`,
    ]);
    expect(leadFormOptions.fields.read(fields)).toBeUndefined();
  },
);

const service = { name: 'service', label: 'Which?', choices: { audit: 'An audit', ads: 'Ads' } };

describe('the element and the contract agree on', () => {
  test.each<[fields: unknown]>([
    [['interests budget?', '|', 'name, email']],
    [[{ step: 'Your project' }, service, { step: '' }, 'email']],
    [[{ ...service, type: 'radio', optional: true, showIf: 'budget=5k-20k & !phone' }]],
    [[{ name: 'staff', label: 'Staff?', type: 'number', min: 1, max: '500', step: 'any', value: '5' }]],
    [[{ name: 'from', label: 'From?', type: 'date', min: '2026-11-23', max: '2026-12-24' }]],
    [[{ name: 'list', type: 'hidden', value: '7' }]],
    [[{ name: 'phone', hint: 'With the area code', pattern: '[+]39.*', placeholder: '+39' }]],
    [[{ name: 'interests', type: 'checkboxes' }]],
    [[{ name: 'toString', label: 'Own?' }]],
  ])('%j: it is asked for', (fields) => {
    expect(problems(leadFormConfigSchema, { fields })).toEqual([]);
    expect(leadFormOptions.fields.read(fields)).toBeDefined();
  });

  test.each<[item: unknown, problem: string]>([
    ['fax', `fields.1: ${leadFormOptions.fields.expected}`],
    ['name??', `fields.1: ${leadFormOptions.fields.expected}`],
    [{ name: 'staff' }, 'fields.1.label: words: a question of your own has none of ours'],
    [{ ...service, name: 'two words' }, 'fields.1.name: a name of letters'],
    [{ ...service, name: '__proto__' }, 'fields.1.name: a name of letters'],
    [{ ...service, name: 'consent.x' }, 'fields.1.name: a name of letters'],
    [{ name: 'phone', required: false }, 'fields.1: not known here: required; expected some of name, type'],
    [{ name: 'a', label: 'A', type: 'select' }, 'fields.1.choices: what can be chosen'],
    [{ ...service, choices: { audit: 1 } }, 'fields.1.choices.audit: '],
    [{ ...service, choices: ['audit'] }, 'fields.1.choices: '],
    [{ ...service, showIf: 'budget=' }, 'fields.1.showIf: a condition such as'],
  ])('%j: it is refused, and named', (item, problem) => {
    const fields = ['email', item];
    expect(problems(leadFormConfigSchema, { fields })).toEqual([expect.stringContaining(problem)]);
    expect(leadFormOptions.fields.read(fields)).toBeUndefined();
  });
});

describe('the element takes what it is told of a question as it is; the contract names', () => {
  test.each<[part: object, problem: string]>([
    [{ name: 7 }, 'name: '],
    [{ name: 'toString' }, ''],
    [{ type: 'color' }, 'type: '],
    [{ type: 'file' }, 'type: '],
    [{ type: 'text' }, 'choices: nothing'],
    [{ optional: 'yes' }, 'optional: '],
    [{ label: 7 }, 'label: '],
    [{ label: '' }, 'label: '],
    [{ label: 'x'.repeat(1_001) }, 'label: '],
    [{ hint: ['Roughly'] }, 'hint: '],
    [{ choices: {} }, 'choices: at least one choice'],
    [{ choices: { '': 'None' } }, 'choices.'],
    [{ choices: { audit: '' } }, 'choices.audit: '],
    [
      { choices: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`c${at}`, 'x'])) },
      'choices: at most 50',
    ],
    [{ value: 5 }, 'value: '],
    [{ value: 'other' }, 'value: one of the choices'],
    [{ showIf: 5 }, 'showIf: '],
    [{ pattern: '[' }, 'pattern: a regular expression'],
    [{ pattern: '[(]' }, 'pattern: a regular expression'],
    [{ min: true }, 'min: a number, or a day'],
    [{ max: 'many' }, 'max: a number, or a day'],
    [{ min: '23.11.2026' }, 'min: a number, or a day'],
    [{ min: 9, max: 1 }, 'max: at least min'],
    [{ min: '9', max: '10' }, ''],
    [{ min: '2026-11-23', max: '2026-11-22' }, 'max: at least min'],
    [{ step: 0 }, 'step: a number above 0, or any'],
    [{ step: 'half' }, 'step: a number above 0, or any'],
    [{ autocomplete: false }, 'autocomplete: '],
    [{ placeholder: 5 }, 'placeholder: '],
  ])('%j', (part, problem) => {
    const found = problems(leadFormConfigSchema, { fields: [{ ...service, ...part }] });
    expect(found).toEqual(problem ? [expect.stringContaining(`fields.0.${problem}`)] : []);
  });

  test.each<[question: object, problem: string]>([
    [{ name: 'email', type: 'hidden' }, 'type: email'],
    [{ name: 'email', type: 'text' }, 'type: email'],
    [{ name: 'email', showIf: 'phone' }, 'showIf: nothing'],
  ])('%j, since a lead without an address cannot be answered', (question, problem) => {
    expect(problems(leadFormConfigSchema, { fields: [question] })).toEqual([
      expect.stringContaining(`fields.0.${problem}`),
    ]);
  });

  test('every slip, each by its place', () => {
    const fields = ['fax', { step: 5 }, { ...service, type: 'color', min: 'x' }, { ...service, lable: 'x' }];
    expect(problems(leadFormConfigSchema, { fields }).map((problem) => problem.split(':')[0])).toEqual([
      'fields.0',
      'fields.1.step',
      'fields.2.type',
      'fields.2.min',
      'fields.3',
    ]);
  });
});

test.each(questionTypes)('%s is a way to ask', (type) => {
  const question = /select|radio|checkboxes/.test(type) ? service : { name: 'a', label: 'A' };
  expect(problems(leadFormConfigSchema, { fields: [{ ...question, type }] })).toEqual([]);
});

const rules = [{ when: 'staff>=50', points: 30 }];

describe('each of the other options', () => {
  test.each<[option: keyof LeadFormConfig, value: unknown]>([
    ['hotEndpoint', 'https://hooks.example/hot'],
    ['tallyEndpoint', '/tally'],
    ['destination', 'hubspot'],
    ['portal', '62515'],
    ['sends', 'email name=full_name'],
    ['destinations', []],
    ['destinations', [{ destination: 'hubspot', portal: '62515', form: 'a-b', subscription: '9' }]],
    ['destinations', [{ endpoint: '/copy', unreadable: true, sends: 'email', when: 'temperature=hot' }]],
    ['consents', ''],
    ['consents', 'marketing'],
    ['consents', 'profiling, marketing'],
    ['consents', ['marketing']],
    ['consents', { marketing: '', partners: 'Tell your partners.' }],
    ['prefill', 'email company'],
    ['prefill', ['email', 'company']],
    ['progressive', 1],
    ['progressive', '12'],
    ['noScoring', true],
    ['noScoring', false],
    ['scoring', { rules, warm: 20, hot: 40 }],
    ['scoring', { rules: [], warm: 20, hot: 40 }],
    ['nextStep', { text: 'Choose a time.', link: 'https://calendar.example/?e={email}', label: 'A time' }],
    ['nextStep', { text: 'We call you.' }],
    ['hotStep', { link: 'https://calendar.example/' }],
    ['dialog', true],
    ['remember', 'tab'],
  ])('%s may be %j', (option, value) => {
    expect(problems(leadFormConfigSchema, { [option]: value })).toEqual([]);
    expect(leadFormOptions[option].read(value)).toBeDefined();
  });

  test.each<[option: keyof LeadFormConfig, value: unknown]>([
    ['destinations', { endpoint: '/copy' }],
    ['destinations', ['/copy']],
    ['destinations', [{ endpoint: '/copy', sned: 'email' }]],
    ['destinations', [{ endpoint: '/copy', sends: ['email'] }]],
    ['destinations', [{ endpoint: '/copy', when: 'temperature=' }]],
    ['destinations', [{ endpoint: '/copy', unreadable: 'yes' }]],
    ['consents', 'news'],
    ['consents', 7],
    ['consents', { marketing: 1 }],
    ['progressive', 0],
    ['progressive', 1.5],
    ['progressive', '-1'],
    ['progressive', 'all'],
    ['noScoring', 'no'],
    ['scoring', rules],
    ['scoring', { rules, warm: 20 }],
    ['scoring', { rules: [{ when: 'staff>', points: 5 }], warm: 20, hot: 40 }],
    ['scoring', { rules: [{ when: 'staff', points: '5' }], warm: 20, hot: 40 }],
    ['nextStep', 'Choose a time.'],
    ['nextStep', { text: 1 }],
    ['nextStep', { link: 'http://calendar.example/' }],
    ['hotStep', { link: 'javascript:alert(1)' }],
    ['dialog', 'yes'],
    ['remember', 'device'],
  ])('%s is refused as %j, by the element as well', (option, value) => {
    expect(problems(leadFormConfigSchema, { [option]: value })).not.toEqual([]);
    expect(leadFormOptions[option].read(value)).toBeUndefined();
  });

  test.each<[option: keyof LeadFormConfig, value: unknown, problem: string]>([
    ['hotEndpoint', 'ftp://hooks.example/', 'hotEndpoint: an http or https address'],
    ['tallyEndpoint', 'https://user:word@hooks.example/', 'tallyEndpoint: an address without a user name'],
    ['destination', 'mailchimp', 'destination: '],
    ['destinations', [{ destination: 'brevo' }], 'destinations.0.destination: '],
    ['destinations', [{ endpoint: 'ftp://a.example/' }], 'destinations.0.endpoint: an http or https address'],
    ['redirect', 'javascript:alert(1)', 'redirect: an http or https address'],
    ['scoring', { rules, warm: 50, hot: 40 }, 'scoring.hot: at least as many points as warm'],
    ['nextStep', { text: 'x', url: 'https://a.example/' }, 'nextStep: not known here: url'],
    ['remember', 'device', 'remember: '],
    ['consents', { 'two words': 'Tell your partners.' }, 'consents'],
    ['prefill', 7, 'prefill: names'],
    ['prefill', [7], 'prefill'],
    ['prefill', 'email consent.marketing', 'prefill: names of questions'],
    ['prefill', ['objection.scoring'], 'prefill: names of questions'],
  ])('%s of %j is told where it is wrong', (option, value, problem) => {
    expect(problems(leadFormConfigSchema, { [option]: value })).toEqual([expect.stringContaining(problem)]);
  });

  test('redirect leads to a page over https, or to one of the same site', () => {
    for (const redirect of ['/thanks', 'https://shop.example/thanks', 'thanks.html'])
      expect(problems(leadFormConfigSchema, { redirect })).toEqual([]);
  });
});

test('a box that an owner may ask for is one that a lead may carry', () => {
  for (const purpose of ['two words', '2nd', 'a'.repeat(51), 'ok', 'a.b-c_d'])
    expect({
      purpose,
      taken: problems(leadFormConfigSchema, { consents: { [purpose]: 'Yes.' } }).length === 0,
    }).toEqual({
      purpose,
      taken: parseEnvelope(buildEnvelope({ consents: [consentTo(purpose)] })).ok,
    });
});

test('every value of the calculator is judged as the calculator judges it', () => {
  for (const name of inputNames)
    for (const value of [0, 0.5, 1, 1.5, 100, 1e12, 1e13, -1, Number.NaN, null, '5', [5]]) {
      const values = { [name]: value };
      const isTaken = calculatorOptions.values.read(values) !== undefined;
      expect({ values, isTaken }).toEqual({
        values,
        isTaken: calculatorConfigSchema.safeParse({ values }).success,
      });
    }
  const [problem] = problems(calculatorConfigSchema, { values: { medai: 1 } });
  expect(problem).toBe(`values: not known here: medai; expected some of ${inputNames.join(', ')}`);
});

test('an input that is to be fixed or hidden is one that there is', () => {
  expect(problems(calculatorConfigSchema, { fixed: 'media medai', hides: ['medai'] })).toEqual([
    `fixed: ${calculatorOptions.fixed.expected}`,
    `hides: ${calculatorOptions.hides.expected}`,
  ]);
});

test.each(['media', 'media tools', 'media,tools', '\n  media,\n  tools,\n', '', ['media', 'tools']])(
  '%j are names of inputs, however they are laid out',
  (fixed) => {
    expect(problems(calculatorConfigSchema, { fixed })).toEqual([]);
    expect(calculatorOptions.fixed.read(fixed)).toBeDefined();
  },
);

test('every choice that an option offers is one that its schema knows', () => {
  const offered = (option: { expected: string }) => option.expected.replace('one of ', '').split(', ');
  for (const name of ['definition', 'mode', 'start'] as const) {
    const choices = offered(calculatorOptions[name]);
    expect(choices.length).toBeGreaterThan(1);
    for (const choice of choices) expect(problems(calculatorConfigSchema, { [name]: choice })).toEqual([]);
    expect(problems(calculatorConfigSchema, { [name]: 'other' })).toHaveLength(1);
  }
  for (const contentType of offered(leadFormOptions.contentType))
    expect(problems(leadFormConfigSchema, { contentType })).toEqual([]);
});

test.each(['EUR', 'chf'])('%s is a currency', (currency) => {
  expect(problems(calculatorConfigSchema, { currency })).toEqual([]);
});

test.each(['EURO', 'EU', '€', 'euro', '1EUR', ''])('%j is none, and that is said', (currency) => {
  expect(problems(calculatorConfigSchema, { currency })).toEqual([
    `currency: ${calculatorOptions.currency.expected}`,
  ]);
});

test('what is wrong with an endpoint is said', () => {
  expect(problems(leadFormConfigSchema, { endpoint: 'https://user:word@hooks.example/' })).toEqual([
    'endpoint: an address without a user name',
  ]);
  expect(problems(leadFormConfigSchema, { endpoint: 'ftp://hooks.example/' })).toEqual([
    'endpoint: an http or https address',
  ]);
});

test('several unknown keys are all named', () => {
  const [problem] = problems(leadFormConfigSchema, { endpont: '', feilds: '' });
  expect(problem).toContain('not known here: endpont, feilds; expected');
});

test('a configuration that is no object is not told of keys', () => {
  expect(problems(leadFormConfigSchema, 'endpoint')).toEqual([expect.stringContaining('expected object')]);
});

test('no link of a configuration runs a script', () => {
  for (const policyUrl of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:1'])
    expect(problems(leadFormConfigSchema, { policyUrl })).not.toEqual([]);
});

test('words in place of ours are texts, and groups of texts', () => {
  expect(problems(leadFormConfigSchema, { texts: { submit: 1 } })).not.toEqual([]);
  expect(problems(leadFormConfigSchema, { texts: ['Submit'] })).not.toEqual([]);
});

test('each schema knows the options that its element has, no less and no more', () => {
  expect(Object.keys(leadFormConfigSchema.shape).sort()).toEqual(Object.keys(leadFormOptions).sort());
  expect(Object.keys(calculatorConfigSchema.shape).sort()).toEqual(Object.keys(calculatorOptions).sort());
  expectTypeOf<z.output<typeof leadFormConfigSchema>>().toExtend<LeadFormConfig>();
  expectTypeOf<z.output<typeof calculatorConfigSchema>>().toExtend<CalculatorConfig>();
});
