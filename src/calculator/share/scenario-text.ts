import type { InputName } from '../../i18n/calculator-messages.ts';
import { type Option, oneOf } from '../../options/option.ts';
import { largest, takes } from '../bounds.ts';
import type { Input, Quantity } from '../input.ts';
import { inputs } from '../inputs.ts';
import { presets } from '../presets.ts';
import type { Ran, Scenario, Values } from '../scenario.ts';
import { scenarioChoices } from '../scenario-choices.ts';
import { addressee } from './link-addressee.ts';

/** Version of the text, and the key it starts with. */
const version = ['unisono', '1'] as const;

/** Beside a budget: our volume follows it. In texts from before it did not, and what they come to must not change. */
const following = ['volume', 'follows'] as const;
const followsUs = ({ media }: Values, { boughtFor }: Partial<Scenario>) =>
  media !== undefined && boughtFor === undefined;

/** Before what is known of a campaign that has run. */
const run = 'ran-';

/** A panel's name and one of its fields; and the names that stand in a field which chooses. */
const entryName = /^([a-z]+)-\w+$/;
const choiceName = /^[a-z][\w:]{0,40}$/i;

/**
 * A scenario as `unisono=1&mode=full&media=5000&leadRate=12/240&goal-customers=30`, for a link's fragment or a
 * storage. Only what somebody has decided is in it: numbers, choices and the campaign's name, nothing about a person.
 */
export function scenarioText({ values = {}, ran, entries = {}, ...choices }: Partial<Scenario>): string {
  const text = new URLSearchParams([[...version]]);
  for (const [name, choice] of Object.entries(choices)) if (choice) text.set(name, String(choice));
  if (followsUs(values, choices)) text.set(...following);
  for (const [name, quantity] of Object.entries(values)) text.set(name, quantityCode(quantity));
  if (ran?.start) text.set(`${run}start`, ran.start);
  for (const [name, quantity] of Object.entries(ran?.values ?? {}))
    text.set(run + name, quantityCode(quantity));
  for (const [name, entry] of Object.entries(entries)) if (entry !== null) text.set(name, String(entry));
  return text.toString().replaceAll('%2F', '/').replaceAll('%7E', '~').replaceAll('%3A', ':');
}

/** Of a campaign's name, in characters. */
export const longestName = 80;

/** A text that means to be a scenario, and is none. */
export const noScenario = `${version[0]}=`;

/** Whether a text means to be a scenario, of whatever version. */
export const isScenario = (text: string): boolean => text.startsWith(noScenario);

/** Choices by name, and values. */
type Decisions = Record<string, unknown> & { values: Values };

/** What a text says. */
export interface ParsedScenario {
  scenario: Partial<Scenario>;
  /** The names of what was not understood, and is left out. */
  unread: readonly string[];
}

/**
 * The scenario of a text, or null for a text of another kind or version.
 * @param panels names of those whose entries are understood
 */
export function parseScenario(text: string, panels: readonly string[]): ParsedScenario | null {
  const given = new URLSearchParams(text);
  if (given.get(version[0]) !== version[1]) return null;
  given.delete(version[0]);
  given.delete(addressee);
  const isFollowing = given.get(following[0]) === following[1];
  if (isFollowing) given.delete(following[0]);
  const plan: Decisions = { values: {} };
  const ran: Decisions = { values: {} };
  const entries: Record<string, number | string> = {};
  const unread: string[] = [];
  for (const [name, code] of given) {
    const isRun = name.startsWith(run);
    const place = isRun ? ran : plan;
    const field = isRun ? name.slice(run.length) : name;
    const choice = isRun && field !== 'start' ? undefined : choiceOf(field, code);
    if (name === 'name') plan.name = code.slice(0, longestName);
    else if (choice !== undefined) place[field] = choice;
    else if (Object.hasOwn(inputs, field)) {
      const quantity = quantityOf(code, inputs[field as InputName], isRun || undefined);
      if (quantity === undefined) unread.push(field);
      else place.values[field as InputName] = quantity;
    } else {
      const [, panel] = entryName.exec(name) ?? [];
      const entry = panel && panels.includes(panel) ? entryOf(code) : null;
      if (entry === null) unread.push(name);
      else entries[name] = entry;
    }
  }
  const isKnown = ran.start !== undefined || Object.keys(ran.values).length > 0;
  const scenario: Partial<Scenario> = { ...plan, ...(isKnown && { ran: ran as Ran }), entries };
  if (!isFollowing && followsUs(plan.values, scenario)) scenario.boughtFor = 0;
  return { scenario, unread };
}

function choiceOf(name: string, code: string): unknown {
  const choices: Record<string, Option> = { ...scenarioChoices, preset: oneOf(...Object.keys(presets)) };
  return Object.hasOwn(choices, name) ? choices[name]!.read(code) : undefined;
}

/** A number, or the name of what was chosen. Whether a panel takes it, the panel says. */
function entryOf(code: string): number | string | null {
  const number = Number(code || Number.NaN);
  if (Math.abs(number) <= largest) return number;
  return choiceName.test(code) ? code : null;
}

/** `5000`, `12/240` (counts), `4000~6000` (a range), nothing (left empty). */
function quantityCode(quantity: Quantity | null | undefined): string {
  if (quantity == null) return '';
  if (typeof quantity === 'number') return String(quantity);
  return 'of' in quantity ? `${quantity.hits}/${quantity.of}` : `${quantity.low}~${quantity.high}`;
}

function quantityOf(
  code: string,
  input: Input,
  mayBeEmpty = input.arrival === null,
): Quantity | null | undefined {
  const { rateOf, group } = input;
  if (code === '') return mayBeEmpty ? null : undefined;
  const [, first = '', sign, second = ''] = /^([\d.e+-]+)(?:([/~])([\d.e+-]+))?$/.exec(code) ?? [];
  const [one, other] = [Number(first || Number.NaN), Number(second || Number.NaN)];
  const isSound = (value: number) => takes(value, input);
  if (!sign) return isSound(one) ? one : undefined;
  if (sign === '/') {
    const areCounts =
      Number.isSafeInteger(one) &&
      Number.isSafeInteger(other) &&
      one >= 0 &&
      other > 0 &&
      one <= other &&
      other <= largest;
    return rateOf && areCounts ? { hits: one, of: other } : undefined;
  }
  const mayVary = group === 'costs' || group === 'value';
  return mayVary && isSound(one) && isSound(other) && one <= other
    ? { low: one, likely: (one + other) / 2, high: other }
    : undefined;
}
