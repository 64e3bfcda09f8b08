import type { InputName, PresetName } from '../../../i18n/calculator-messages.ts';
import { type Input, limitOf, type Quantity } from '../input.ts';
import { inputs } from '../inputs.ts';
import { presets } from '../presets.ts';
import { calculatorOptions } from '../roi-calculator-options.ts';
import type { Scenario, Values } from '../scenario.ts';

/** Version of the text, and the key it starts with. */
const version = ['unisono', '1'] as const;

/**
 * A scenario as `unisono=1&mode=full&media=5000&leadRate=12/240`, for a link's fragment or a storage. Only what
 * somebody has decided is in it: numbers and choices, nothing about a person.
 */
export function scenarioText({ values = {}, ...choices }: Partial<Scenario>): string {
  const text = new URLSearchParams([[...version]]);
  for (const [name, choice] of Object.entries(choices)) if (choice) text.set(name, choice);
  for (const [name, quantity] of Object.entries(values)) text.set(name, quantityCode(quantity));
  return text.toString().replaceAll('%2F', '/').replaceAll('%7E', '~');
}

/** The scenario of a text, or null for a text of another kind or version. What is not sound in it is left out. */
export function parseScenario(text: string): Partial<Scenario> | null {
  const given = new URLSearchParams(text);
  if (given.get(version[0]) !== version[1]) return null;
  const { mode, start, definition } = calculatorOptions;
  const preset = given.get('preset') ?? '';
  const values: Values = {};
  for (const [name, code] of given) {
    if (!Object.hasOwn(inputs, name)) continue;
    const quantity = quantityOf(code, inputs[name as InputName]);
    if (quantity !== undefined) values[name as InputName] = quantity;
  }
  const choices = {
    mode: mode.read(given.get('mode')),
    start: start.read(given.get('start')),
    definition: definition.read(given.get('definition')),
    preset: Object.hasOwn(presets, preset) ? (preset as PresetName) : undefined,
  };
  const sound = Object.entries(choices).filter(([, choice]) => choice);
  return { ...Object.fromEntries(sound), values };
}

/** `5000`, `12/240` (counts), `4000~6000` (a range), nothing (left empty). */
function quantityCode(quantity: Quantity | null | undefined): string {
  if (quantity == null) return '';
  if (typeof quantity === 'number') return String(quantity);
  return 'of' in quantity ? `${quantity.hits}/${quantity.of}` : `${quantity.low}~${quantity.high}`;
}

function quantityOf(code: string, { unit, arrival, rateOf, group }: Input): Quantity | null | undefined {
  if (code === '') return arrival === null ? null : undefined;
  const [, first = '', sign, second = ''] = /^([\d.e+-]+)(?:([/~])([\d.e+-]+))?$/.exec(code) ?? [];
  const [one, other] = [Number(first || Number.NaN), Number(second || Number.NaN)];
  const isSound = (value: number) => value >= 0 && value <= limitOf(unit);
  if (!sign) return isSound(one) ? one : undefined;
  if (sign === '/') {
    const areCounts =
      Number.isSafeInteger(one) && Number.isSafeInteger(other) && one >= 0 && other > 0 && one <= other;
    return rateOf && areCounts ? { hits: one, of: other } : undefined;
  }
  const mayVary = group === 'costs' || group === 'value';
  return mayVary && isSound(one) && isSound(other) && one <= other
    ? { low: one, likely: (one + other) / 2, high: other }
    : undefined;
}
