import { record } from '../options/option.ts';
import type { Quantity } from './input.ts';
import { inputNames, inputs } from './inputs.ts';
import { quantityText, readQuantity } from './quantity.ts';
import type { Ran, Scenario, Values } from './scenario.ts';
import { scenarioChoices } from './scenario-choices.ts';

/** The language of what is kept: what was typed in one is read in another. */
const neutral = 'en';

const choices = Object.entries(scenarioChoices);

/** What is kept of a scenario until the tab closes: choices, and values as a person would type them. */
export const keptScenario = ({ values = {}, ran, ...chosen }: Partial<Scenario>): object => ({
  ...(ran && { ran: keptScenario(ran) }),
  ...Object.fromEntries(choices.map(([name]) => [name, chosen[name as keyof typeof chosen]])),
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      quantityText(value as Quantity | null, inputs[name as keyof Values].unit, neutral),
    ]),
  ),
});

/** The scenario of what was kept, whoever wrote it: what an input does not take is left out. Null for none. */
export function scenarioKept(kept: unknown): Partial<Scenario> | null {
  const given = record.read(kept);
  if (!given) return null;
  const texts = record.read(given.values) ?? {};
  const values: Values = {};
  for (const name of inputNames) {
    const text = Object.hasOwn(texts, name) ? texts[name] : null;
    const read = typeof text === 'string' ? readQuantity(text, inputs[name], neutral) : 'number';
    if (typeof read !== 'string') values[name] = read;
  }
  const chosen = choices.map(([name, { read }]) => [name, read(given[name])]);
  const ran = scenarioKept(given.ran);
  return {
    ...Object.fromEntries(chosen.filter(([, choice]) => choice !== undefined)),
    ...(ran && { ran: ran as Ran }),
    values,
  };
}
