import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { CalculatorConfig } from '../../../src/calculator/calculator-options.ts';
import { calculatorOptions } from '../../../src/calculator/calculator-options.ts';
import { inputNames } from '../../../src/calculator/inputs.ts';
import type { LeadFormConfig } from '../../../src/form/lead-form-options.ts';
import { leadFormOptions } from '../../../src/form/lead-form-options.ts';
import { calculatorConfigSchema, leadFormConfigSchema } from '../../../src/schema.ts';

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

test.each(['', ' , ', 'name fax', 'name??', 'na?me', ['name', 'fax'], [{ name: 'phone', required: false }]])(
  '%s is none, and what there is to choose from is said',
  (fields) => {
    expect(problems(leadFormConfigSchema, { fields })).toEqual([
      `fields: ${leadFormOptions.fields.expected}`,
    ]);
    expect(leadFormOptions.fields.read(fields)).toBeUndefined();
  },
);

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
