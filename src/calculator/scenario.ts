import type { InputGroup, InputName, PresetName } from '../i18n/calculator-messages.ts';
import type { Campaign, Stage, StageName } from '../roi/campaign/campaign.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import type { Quantity } from './input.ts';
import { inputNames, inputs } from './inputs.ts';
import { quantityValue } from './quantity.ts';

/** A plan in six inputs, or with the whole funnel; or a campaign that has run, whose results are known. */
export type Mode = 'quick' | 'full' | 'evaluate';

/** The stage that the visitor's numbers begin at; of a campaign that has run, its customers may be all they know. */
export type Start = 'impressions' | 'clicks' | 'leads' | 'customers';

/** By input: money in major units, rates as fractions, time in months; null for an input that is left empty. */
export type Values = Partial<Record<InputName, Quantity | null>>;

/** What a person has decided of a campaign that has run. */
export type Ran = Partial<Pick<Scenario, 'start' | 'values'>>;

/** What is taken for granted until somebody decides otherwise. */
export interface Assumption {
  start?: Start;
  values?: Values;
}

/** All that a person has decided in the calculator. What they left alone is not in it. */
export interface Scenario {
  mode: Mode;
  /** Null for wherever the preset starts, or the owner. */
  start: Start | null;
  definition: RoiDefinition;
  /** ISO 4217: what the amounts are in. */
  currency: string;
  preset: PresetName | null;
  /**
   * The budget that bought the volume, in major units: from there on the volume follows it. 0 for a volume that is held.
   * Where it is not said, one of their own is held, and ours follows.
   */
  boughtFor: number | undefined;
  /** What they call the campaign. */
  name: string;
  /** Their own values of the plan. */
  values: Values;
  /** What they know of a campaign that has run. No plan changes by it. */
  ran: Ran;
  /** What they have entered into the panels, by field: numbers (rates as fractions), names of what was chosen, null for what was taken back. */
  entries: Readonly<Record<string, number | string | null>>;
}

/**
 * A scenario after a decision. Values, and where they begin, are those of the campaign that has run where that is what
 * somebody is at.
 */
export function withDecision(
  scenario: Partial<Scenario>,
  { start, values, ...rest }: Partial<Scenario>,
  isRun: boolean,
): Partial<Scenario> {
  const decided = { ...(start !== undefined && { start }), ...(values && { values }) };
  return { ...scenario, ...rest, ...(isRun ? { ran: { ...scenario.ran, ...decided } } : decided) };
}

/** Asked in quick mode; there the rates between leads and customers stay as they are. */
const quick: readonly InputName[] = [
  'media',
  'clickRate',
  'leadRate',
  'customerRate',
  'averageSale',
  'grossMargin',
];

/** A cost of each opportunity means something only where there are opportunities. */
const hasUse = (name: InputName, values: Values) =>
  name !== 'salesPerOpportunity' || values.opportunityRate != null;

/** What has to be known of a campaign that has run. */
export const results: readonly InputName[] = ['media', 'grossMargin', 'customers', 'revenue'];

/** Those of them that are not known. Revenue without customers says that somebody bought, and not how many did. */
export const unknownResults = (values: Values): InputName[] =>
  results.filter((name) => values[name] == null || (name === 'customers' && !values[name] && values.revenue));

/** Whether an input counts: of a plan all but its results, of a campaign that has run what is known of it. */
export const isCounted = (name: InputName, { mode, start }: { mode: Mode; start: Start }): boolean =>
  mode === 'evaluate'
    ? name === start || inputs[name].group === 'costs' || results.includes(name)
    : !inputs[name].isResult;

/**
 * The inputs that a scenario asks for, in order. All values count, asked for or not.
 * @param isOwn whether the person has entered it themselves: that stays in sight in quick mode, too
 */
export function askedInputs(
  scenario: { mode: Mode; start: Start; values: Values },
  isOwn: (name: InputName) => boolean,
): InputName[] {
  const { mode, start, values } = scenario;
  const startAt = inputNames.indexOf(start);
  return inputNames.filter((name, at) => {
    const { group, volumeOf } = inputs[name];
    if (!isCounted(name, scenario) || !hasUse(name, values)) return false;
    if (volumeOf) return name === start;
    if (group === 'funnel' && at < startAt) return false;
    if (mode !== 'quick') return true;
    return group !== 'timing' && (isOwn(name) || quick.includes(name));
  });
}

/** The stage that a rate starts from: the last one before it that is in the funnel. */
export function stageBefore(name: InputName, start: Start, values: Values): StageName {
  const before = inputNames.slice(inputNames.indexOf(start), inputNames.indexOf(name));
  const last = before.filter((other) => inputs[other].rateOf && values[other] != null).at(-1);
  return last ? inputs[last].rateOf! : start;
}

/**
 * The scenario as the model takes it. `values` has every input: money in major units, rates as fractions, time in
 * months; null for what does not count. Ranges and counts stay as they are, so that the model can draw from them.
 */
export function campaignOf(start: Start, values: Record<InputName, Quantity | null>): Campaign {
  const number = (name: InputName) => quantityValue(values[name]);
  /** The inputs of one group under their own names, which are the model's. */
  const group = (wanted: InputGroup) => {
    const given = inputNames.filter(
      (name) => inputs[name].group === wanted && values[name] !== null && hasUse(name, values),
    );
    return Object.fromEntries(given.map((name) => [name, values[name]]));
  };
  const funnel: Stage[] = [{ name: start, volume: number(start) }];
  const value: Campaign['value'] = { averageSale: 0, grossMargin: 0, ...group('value') };
  for (const name of inputNames.slice(inputNames.indexOf(start))) {
    const { rateOf } = inputs[name];
    const rate = values[name];
    if (rateOf && rate !== null) funnel.push({ name: rateOf, rate: rate as number });
  }
  if (!unknownResults(values)[0]) {
    const volume = number('customers');
    // More customers than leads are those of other times: what both say together is nothing.
    if (start === 'customers' || volume > number(start)) funnel.pop();
    funnel.push({ name: 'customers', volume });
    value.averageSale = volume && number('revenue') / volume;
  }
  funnel.at(-1)!.delay = delayOf(number('delay'));

  return {
    costs: { media: 0, ...group('costs') },
    funnel,
    value,
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
