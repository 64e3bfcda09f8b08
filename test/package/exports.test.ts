import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { newConsumer } from '../support/consumer.ts';

type Target = string | { types: string; default: string };
const { exports } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
) as { exports: Record<string, Target> };

const files = Object.values(exports).flatMap((target) =>
  typeof target === 'string' ? [target] : Object.values(target),
);
const modules = Object.entries(exports)
  .filter(([, target]) => typeof target !== 'string')
  .map(([name]) => name.replace('.', 'unisono'));

test.each(files)('%s is there', (file) => {
  expect(existsSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)))).toBe(true);
});

/**
 * What importing does on a server, where there is no page. Marks that libraries leave of themselves are theirs. Node
 * makes some globals when they are first looked at, and more beside them: before anything is compared, each has been.
 */
const probe = (name: string) => `
const look = () => new Map(Reflect.ownKeys(globalThis).map((key) => [key, Object.getOwnPropertyDescriptor(globalThis, key)]));
look();
const before = look();
const names = Object.keys(await import('${name}'));
const changed = Reflect.ownKeys(globalThis).filter((key) => {
  const now = Object.getOwnPropertyDescriptor(globalThis, key);
  const then = before.get(key);
  return !then || !Object.is(then.value, now.value) || then.get !== now.get;
});
console.log(JSON.stringify({ names, changed: changed.map(String) }));
`;
const marks = [
  'litHtmlVersions',
  'reactiveElementVersions',
  'litElementVersions',
  '__zod_globalConfig',
  '__zod_globalRegistry',
];

const expected: Record<string, string[]> = {
  unisono: [
    'LeadForm',
    'RoiCalculator',
    'consent',
    'defineCalculator',
    'registerLocale',
    'scoreOf',
    'sendTest',
  ],
  'unisono/define': [],
  'unisono/planner': [],
  'unisono/roi': ['evaluateCampaign', 'irr', 'npv', 'simulate', 'xirr'],
  'unisono/calculator': [
    'actualCampaign',
    'answerOf',
    'calculatorOptions',
    'campaignOf',
    'dueBy',
    'figureText',
    'goalAsked',
    'guessedInputs',
    'inputLabel',
    'inputs',
    'lenses',
    'leverFigure',
    'leverLabel',
    'ownerOfPart',
    'partLabel',
    'presets',
    'stageInText',
    'stageName',
    'unmeasuredWords',
  ],
  'unisono/words': ['en', 'it'],
  'unisono/schema': [
    'envelopeSchema',
    'holds',
    'parseEnvelope',
    'factsOf',
    'behaviourOf',
    'scoreOf',
    'talliesSchema',
    'termsOf',
  ],
  'unisono/preact': ['LeadForm', 'RoiCalculator', 'useCalculation', 'useLeadReceipt'],
};

describe.each(modules)('importing %s in plain Node', (name) => {
  const consumer = newConsumer();
  consumer.write('probe.js', probe(name));
  const { output, status } = consumer.run('probe.js');

  test('throws nothing, says nothing and gives what it promises', () => {
    expect(status, output).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect((JSON.parse(output) as { names: string[] }).names).toEqual(
      expect.arrayContaining(expected[name] ?? [`${name} is not known to this test`]),
    );
  });

  test('touches nothing global', () => {
    const { changed } = JSON.parse(output) as { changed: string[] };
    expect(changed.filter((key) => !marks.includes(key))).toEqual([]);
  });
});
