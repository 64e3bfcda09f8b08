import type { InputName, PresetName } from '../../i18n/calculator-messages.ts';
import type { Campaign, Stage, StageName } from '../../roi/campaign.ts';
import type { RoiDefinition } from '../../roi/metric.ts';
import type { Quantity } from './input.ts';
import { inputNames, inputs } from './inputs.ts';
import { quantityValue } from './quantity.ts';

export type Mode = 'quick' | 'full';

/** The stage that the visitor's numbers begin at. */
export type Start = 'impressions' | 'clicks' | 'leads';

export type Values = Partial<Record<InputName, Quantity | null>>;

/** All that a person has decided in the calculator. What they left alone is not in it. */
export interface Scenario {
  mode: Mode;
  start: Start;
  definition: RoiDefinition;
  preset: PresetName | null;
  /** Their own values. */
  values: Values;
}

const quick: readonly InputName[] = ['media', 'averageSale', 'grossMargin'];
const between: readonly InputName[] = ['visitRate', 'mqlRate', 'sqlRate', 'opportunityRate'];

/** The inputs that a scenario asks for, in order. All values count, asked for or not. */
export function askedInputs(mode: Mode, start: Start, values: Values): InputName[] {
  const startAt = inputNames.indexOf(start);
  const isDetailed = between.some((name) => values[name] != null);
  return inputNames.filter((name, at) => {
    const { group, volumeOf } = inputs[name];
    if (name === 'salesPerOpportunity') return mode === 'full' && values.opportunityRate != null;
    if (group !== 'funnel') return mode === 'full' || quick.includes(name);
    if (volumeOf) return name === start;
    if (at < startAt) return false;
    // In quick mode the rates between leads and customers stay as they are; with them, the last is only one of many.
    return mode === 'full' || (!between.includes(name) && !(isDetailed && name === 'customerRate'));
  });
}

/** The stage that a rate starts from: the last one before it that is in the funnel. */
export function stageBefore(name: InputName, start: Start, values: Values): StageName {
  const before = inputNames.slice(inputNames.indexOf(start), inputNames.indexOf(name));
  const last = before.filter((other) => inputs[other].rateOf && values[other] != null).at(-1);
  return last ? inputs[last].rateOf! : start;
}

/** The scenario as the model takes it. `values` has every input. */
export function campaignOf(start: Start, values: Record<InputName, Quantity | null>): Campaign {
  const number = (name: InputName) => quantityValue(values[name] ?? 0);
  const funnel: Stage[] = [{ name: start, volume: number(start) }];
  for (const name of inputNames.slice(inputNames.indexOf(start))) {
    const { rateOf } = inputs[name];
    const rate = values[name];
    if (rateOf && rate !== null) funnel.push({ name: rateOf, rate: rate as number });
  }
  funnel[funnel.length - 1]!.delay = delayOf(number('delay'));

  const { media, production, agency, tools, sales, salesPerOpportunity, averageSale, grossMargin } = values;
  const { ordersPerCustomer, churn, opportunityRate } = values;
  return {
    costs: {
      media: media as number,
      production: production as number,
      agency: agency as number,
      tools: tools as number,
      sales: sales as number,
      ...(opportunityRate !== null && { salesPerOpportunity: salesPerOpportunity as number }),
    },
    funnel,
    value: {
      averageSale: averageSale as number,
      grossMargin: grossMargin as number,
      ordersPerCustomer: ordersPerCustomer as number,
      ...(churn !== null && { churn: churn as number }),
    },
    timing: {
      months: Math.max(1, Math.round(number('months'))),
      spend: Array(Math.max(1, Math.round(number('spendMonths')))).fill(1),
    },
  };
}

/** A delay of 2.5 months as the model takes it: half after two months, half after three. */
function delayOf(months: number): number[] {
  const whole = Math.floor(months);
  const rest = months - whole;
  return [...Array(whole).fill(0), 1 - rest, ...(rest ? [rest] : [])];
}
