import type { InputName } from '../i18n/calculator-messages.ts';
import type { OptionValues } from '../options/option.ts';
import { boughtVolume } from './bought-volume.ts';
import type { calculatorOptions } from './calculator-options.ts';
import type { Quantity } from './input.ts';
import { inputNames, inputs } from './inputs.ts';
import { quantityValue } from './quantity.ts';
import {
  type Assumption,
  isCounted,
  type Scenario,
  type Start,
  unknownResults,
  type Values,
} from './scenario.ts';

type Settings = OptionValues<typeof calculatorOptions>;

/** A scenario with every input that counts filled in. */
export interface WholeScenario extends Pick<Scenario, 'mode' | 'definition' | 'currency'> {
  start: Start;
  /** Those to choose from: the owner's own first. */
  currencies: readonly string[];
  /** What the owner or the person has set. */
  given: Values;
  /** What the preset assumes. */
  assumed: Values;
  /** What stands in each input until the person changes it. */
  usual: Record<InputName, Quantity | null>;
  values: Record<InputName, Quantity | null>;
  /** Whether the volume is what the budget buys; null where nobody can choose. */
  follows: boolean | null;
}

/** Whose guess stands in an input: the preset's or ours; `null` for what the person or the owner has set, and for nothing. */
export const guessIn = (
  name: InputName,
  { given, assumed, values }: WholeScenario,
): 'assumption' | 'example' | null =>
  name in given || !values[name] ? null : name in assumed ? 'assumption' : 'example';

/** Whether somebody's guess stands in an input and counts for what comes back; when it does is no guess at that. */
export const isGuessed = (name: InputName, whole: WholeScenario): boolean =>
  inputs[name].group !== 'timing' && guessIn(name, whole) !== null;

/** Whether a campaign that has run is still without its results: there is nothing to say, then. */
export const lacksResults = ({ mode, values }: WholeScenario): boolean =>
  mode === 'evaluate' && unknownResults(values).length > 0;

const arrivals = Object.entries(inputs).map(([name, { arrival }]) => [name, arrival]);

/**
 * Everything that counts: the person's decisions, over the owner's settings, over the preset, over our examples.
 * Rates are fractions, money is in major units, time in months.
 * @param setting answers one of the owner's options; none is set unless it says so
 * @param preset what it assumes
 */
export function wholeScenario(
  { values: planned, ran, boughtFor, ...decided }: Partial<Scenario>,
  setting: <Name extends keyof Settings>(name: Name) => Settings[Name] = () => undefined as never,
  preset: Assumption = {},
): WholeScenario {
  const owned = [...(setting('fixed') ?? []), ...(setting('hides') ?? [])];
  /** Without what the owner has fixed or hidden: no link and no preset changes that. */
  const free = (values: Values = {}) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !owned.includes(name)));
  const mode = (!setting('noModes') && decided.mode) || setting('mode') || 'quick';
  const isRun = mode === 'evaluate';
  const own = isRun ? ran?.values : planned;
  const assumed = free(preset.values);
  const given: Values = { ...setting('values'), ...free(own) };
  const usual: WholeScenario['usual'] = {
    ...Object.fromEntries(arrivals),
    ...assumed,
    ...setting('values'),
  };
  const starts = [isRun ? ran?.start : decided.start, preset.start, setting('start')];
  // Customers alone are no plan.
  const start = starts.find((stage) => stage && (isRun || stage !== 'customers')) ?? 'leads';
  const counting = inputNames.map((name) => {
    // Of a campaign that has run nothing is taken for granted: an example would be a verdict on nobody's.
    const value = name in given ? given[name] : isRun ? null : usual[name];
    return [name, isCounted(name, { mode, start }) ? value : null];
  });
  const usualCurrency = setting('currency') ?? 'EUR';
  // Amounts that came by a link are in the currency of whoever sent them, offered here or not.
  const { currency = usualCurrency } = decided;
  const whole: WholeScenario = {
    definition: setting('definition') ?? 'margin',
    ...decided,
    currency,
    currencies: [...new Set([usualCurrency, ...(setting('currencies') ?? []), currency])],
    mode,
    start,
    given,
    assumed,
    usual,
    values: Object.fromEntries(counting),
    follows: null,
  };
  // What a campaign that has run came to depends on nothing any more.
  if (isRun) return whole;
  const { values } = whole;
  const isOwn = start in free(own);
  if (!owned.includes(start)) whole.follows = isOwn ? boughtFor! > 0 : boughtFor !== 0;
  if (whole.follows) {
    const paid = isOwn ? boughtFor! : quantityValue(usual.media);
    values[start] = boughtVolume(quantityValue(values[start]), paid, quantityValue(values.media));
  }
  if (mode === 'quick' && start === 'impressions') {
    // Six inputs have no room for impressions: the clicks they come to stand in their place.
    const { impressions, clickRate } = values;
    whole.start = 'clicks';
    values.clicks = quantityValue(impressions) * quantityValue(clickRate);
    if ('impressions' in given && 'clickRate' in given) given.clicks = values.clicks;
    else delete given.clicks;
  }
  return whole;
}
