import { expect, test } from 'vitest';
import { installed, newConsumer } from '../support/consumer.ts';

const sound = `
import { type CalculatorConfig, consent, type Envelope, LeadForm, type LeadFormConfig, registerLocale, sendTest } from 'unisono';
import 'unisono/define';
import { type Campaign, evaluateCampaign, npv } from 'unisono/roi';
import { answerOf, type CalculatorMessages, campaignOf, figureText, formatter, presets, wholeScenario } from 'unisono/calculator';
import { parseEnvelope, scoreOf } from 'unisono/schema';

const form: LeadForm = document.querySelector('lead-form')!;
const config: LeadFormConfig = { endpoint: '/api/leads', contentType: 'application/json', policyUrl: '/privacy' };
form.config = config;
form.endpoint = '/api/leads';
form.addEventListener('lead-receipt', ({ detail }) => {
  const status: 'accepted' | 'handed-over' | 'interrupted' | 'queued' | 'rejected' | 'unsaved' =
    detail.receipt.status;
  console.log(detail.id.length, status);
});

const calculator = document.querySelector('roi-calculator')!;
const settings: CalculatorConfig = { currency: 'EUR', definition: 'total-cost' };
calculator.config = settings;
calculator.addEventListener('roi-calculate', ({ detail }) => detail.results['roi']?.toFixed(2));
calculator.addEventListener('unisono-problem', ({ detail }) => detail.option.length + detail.expected.length);

const campaign: Campaign = {
  costs: { media: 5000 },
  funnel: [{ name: 'leads', volume: 200 }, { name: 'customers', rate: 0.1 }],
  value: { averageSale: 1200, grossMargin: 0.6 },
};
const roi: number | null = evaluateCampaign(campaign).metrics.roiMargin.value;

const scenario = wholeScenario({ values: { media: 3000, leadRate: { hits: 12, of: 240 } } }, undefined, presets.search);
const again: Campaign = campaignOf(scenario.start, scenario.values);
const inWords = (messages: CalculatorMessages): string =>
  figureText(answerOf(scenario).figures.cac, messages, formatter('en', 'EUR'));
console.log(again.costs.media, inWords);

const parsed = parseEnvelope(JSON.parse('{}'));
if (parsed.ok) {
  const envelope: Envelope = parsed.envelope;
  console.log(scoreOf(envelope).value, envelope.profile.email.toUpperCase());
} else console.log(parsed.reason);

const report: Promise<string> = sendTest();
console.log(roi, report, npv, registerLocale);
consent({ profiling: true, text: 'Yes.', version: '7', policyUrl: 'https://shop.example/privacy' });
window.unisono?.consent({ profiling: false });
window.unisonoConsent?.push({ profiling: true });
`;

const mistaken = `
import type { CalculatorConfig, LeadFormConfig } from 'unisono';
// @ts-expect-error There is no such definition.
export const settings: CalculatorConfig = { definition: 'gross' };
// @ts-expect-error There is no such content type.
export const config: LeadFormConfig = { contentType: 'text/html' };
// @ts-expect-error A yes is true.
window.unisono?.consent({ profiling: 'granted' });
document.querySelector('lead-form')!.addEventListener('lead-receipt', ({ detail }) => {
  // @ts-expect-error A receipt has nothing of what the person wrote.
  console.log(detail.email);
});
`;

const inPreact = `
import { LeadForm, RoiCalculator, useCalculation } from 'unisono/preact';

export function Landing() {
  const calculation = useCalculation();
  return (
    <main>
      <RoiCalculator currency="EUR" />
      {calculation?.currency}
      <LeadForm endpoint="/api/leads" />
    </main>
  );
}
`;

const exact = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, isolatedModules: true };

test.each([
  ['bundler', 'ESNext', {}],
  ['nodenext', 'NodeNext', exact],
])(
  'a strict TypeScript project with moduleResolution %s can use all, and hears of mistakes',
  (...options) => {
    const [moduleResolution, module, changes] = options;
    const consumer = newConsumer();
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      module,
      moduleResolution,
      strict: true,
      // The package's own declarations are checked, TypeScript's are not.
      skipLibCheck: false,
      skipDefaultLibCheck: true,
      jsx: 'react-jsx',
      jsxImportSource: 'preact',
      noEmit: true,
      types: [],
      ...changes,
    };
    consumer.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }));
    consumer.write('sound.ts', sound);
    consumer.write('mistaken.ts', mistaken);
    consumer.write('landing.tsx', inPreact);
    expect(consumer.run(installed('typescript/bin/tsc'), '-p', '.')).toEqual({ output: '', status: 0 });
  },
);
