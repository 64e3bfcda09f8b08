import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/calculator/answer.ts';
import { answerSentence } from '../../../src/calculator/answer-sentence.ts';
import { keptScenario, scenarioKept } from '../../../src/calculator/kept-scenario.ts';
import { parseScenario, scenarioText } from '../../../src/calculator/share/scenario-text.ts';
import { lacksResults, wholeScenario } from '../../../src/calculator/whole-scenario.ts';
import { formatter } from '../../../src/i18n/formatter.ts';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { campaignOfResults, evaluateCampaign } from '../../../src/roi/index.ts';

const values = { media: 8000, agency: 1000, leads: 240, customers: 25, revenue: 30_000, grossMargin: 0.5 };
const ran = (more = {}) => wholeScenario({ mode: 'evaluate', ran: { values: { ...values, ...more } } });

test.each(['leads', 'customers'] as const)(
  'from %s on it comes to what the model says of results',
  (start) => {
    const { roi, figures } = answerOf(wholeScenario({ mode: 'evaluate', ran: { start, values } }));
    const campaign = campaignOfResults({
      costs: { media: 8000, agency: 1000 },
      revenue: 30_000,
      orders: 25,
      grossMargin: 0.5,
    });
    const { metrics } = evaluateCampaign(campaign);
    expect(roi.margin.value).toBeCloseTo(metrics.roiMargin.value!, 12);
    expect(figures.profit.value).toBeCloseTo(metrics.profit.value!, 9);
    expect(figures.cac.value).toBeCloseTo(metrics.cac.value!, 9);
    expect(figures.cpl.value).toBe(start === 'leads' ? 37.5 : null);
  },
);

test('more customers than leads are those of other times: the leads say nothing then', () => {
  const { figures } = answerOf(ran({ leads: 10 }));
  expect(figures).toMatchObject({ cpl: { value: null }, cac: { value: 360 } });
});

test('nothing of a campaign that has run follows its budget', () => {
  expect(ran({ media: 1 })).toMatchObject({ follows: null, values: { leads: 240, customers: 25 } });
});

test('customers alone are no plan', () => {
  expect(wholeScenario({ start: 'customers' }).start).toBe('leads');
  const owner = { start: 'customers' } as Record<string, unknown>;
  const setting = ((name: string) => owner[name]) as never;
  expect(wholeScenario({}, setting).start).toBe('leads');
  expect(wholeScenario({ mode: 'evaluate' }, setting).start).toBe('customers');
});

test('what a plan assumes says nothing of it: no rate, no order a customer, no month', () => {
  const plan = { customerRate: 0.9, averageSale: 9, ordersPerCustomer: 7, churn: 0.1, months: 3, delay: 9 };
  expect(answerOf(ran(plan)).campaign).toEqual(answerOf(ran()).campaign);
});

test('nobody bought: what was spent is lost, and nothing is divided by nobody', () => {
  const { figures, roi } = answerOf(ran({ customers: 0, revenue: 0 }));
  expect(figures.profit.value).toBe(-9000);
  expect(roi.margin.value).toBe(-1);
  expect(figures.cac).toMatchObject({ value: null, reason: 'no-customers-yet' });
});

test('it comes back in a link and in the tab, and with what was planned beside it', () => {
  const scenario = {
    mode: 'evaluate',
    start: 'clicks',
    values: { media: 20_000, clicks: 8000, customerRate: 0.2 },
    ran: { start: 'customers', values },
  } as const;
  const again = [
    parseScenario(scenarioText(scenario), [])!.scenario,
    scenarioKept(JSON.parse(JSON.stringify(keptScenario(scenario))))!,
  ];
  for (const each of again) {
    expect(answerOf(wholeScenario(each)).campaign).toEqual(answerOf(wholeScenario(scenario)).campaign);
    const { ran: _, ...plan } = scenario;
    expect(answerOf(wholeScenario({ ...each, mode: 'full' })).campaign).toEqual(
      answerOf(wholeScenario({ ...plan, mode: 'full' })).campaign,
    );
  }
});

test('revenue without customers says that somebody bought, and not how many: there is no verdict', () => {
  expect(lacksResults(ran({ customers: 0 }))).toBe(true);
  expect(answerOf(ran({ customers: 0 })).figures.profit.value).toBeNull();
  expect(lacksResults(ran({ customers: 0, revenue: 0 }))).toBe(false);
});

test('it is told as past', () => {
  const { roi } = answerOf(ran());
  const told = (language: typeof en, locale: string) =>
    answerSentence(roi.margin, 'margin', language.calculator, formatter(locale, 'EUR'), null, true);
  expect(told(en, 'en')).toBe('For every €1 you put in, €1.67 of margin came back.');
  expect(told(it, 'it')).toBe('Per ogni 1\u00a0€ investito, sono tornati 1,67\u00a0€ di margine.');
});

describe('nothing of it is taken for granted', () => {
  const presets = [{}, { start: 'clicks', values: { clicks: 2500, leadRate: 0.05 } }] as const;
  test.each(presets)('neither by us nor by a preset: %o', (preset) => {
    const whole = wholeScenario({ mode: 'evaluate' }, undefined, preset);
    expect(Object.values(whole.values).filter((value) => value !== null)).toEqual([]);
  });

  test.each([
    ['media', true],
    ['customers', true],
    ['revenue', true],
    ['grossMargin', true],
    ['agency', false],
    ['leads', false],
  ] as const)('what is left empty of it stays so, and comes back so: %s', (name, isNeeded) => {
    const scenario = { mode: 'evaluate', ran: { values: { ...values, [name]: null } } } as const;
    const { scenario: linked, unread } = parseScenario(scenarioText(scenario), [])!;
    const kept = scenarioKept(JSON.parse(JSON.stringify(keptScenario(scenario))))!;
    expect(unread).toEqual([]);
    for (const each of [scenario, linked, kept]) {
      const whole = wholeScenario(each);
      expect(whole.values[name]).toBeNull();
      expect(lacksResults(whole)).toBe(isNeeded);
      // An answer can be asked for all the same, and there is none without what is needed.
      const { figures, roi } = answerOf(whole);
      for (const { value } of Object.values(figures)) expect(value).not.toBeNaN();
      if (isNeeded) expect([roi.margin.value, figures.profit.value]).toEqual([null, null]);
    }
  });
});
