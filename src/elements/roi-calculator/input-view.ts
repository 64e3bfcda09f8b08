import type { TemplateResult } from 'lit/html.js';
import type { CalculatorMessages, InputName, LabelName } from '../../i18n/calculator-messages.ts';
import { fill } from '../../i18n/fill.ts';
import type { Formatter } from '../../i18n/formatter.ts';
import { inputs, ownerOf } from './inputs.ts';
import { numberField } from './number-field.ts';
import { quantityText, quantityValue, type TypingError } from './quantity.ts';
import { stageBefore } from './scenario.ts';
import { sliderPosition } from './slider.ts';
import { stageInText } from './stage-name.ts';
import { guessIn, type WholeScenario } from './whole-scenario.ts';

/**
 * One input of a scenario as a field.
 * @param draft the text as it is being typed, or that cannot be read
 */
export function inputView(
  name: InputName,
  scenario: WholeScenario,
  draft: string | undefined,
  error: TypingError | null,
  isFixed: boolean | undefined,
  messages: CalculatorMessages,
  format: Formatter,
): TemplateResult {
  const { mode, start, values, usual } = scenario;
  const { unit, arrival, rateOf } = inputs[name];
  const owner = ownerOf(name);
  const value = values[name];
  const isCounts = value !== null && typeof value === 'object' && 'of' in value;
  const isFull = mode === 'full';
  const guess = guessIn(name, scenario);
  const whence = guess ? messages[guess] : arrival === null && value === null && messages.optional;
  return numberField({
    name,
    label: rateOf
      ? fill(messages.rate, {
          from: stageInText(stageBefore(name, start, values), messages),
          to: stageInText(rateOf, messages),
        })
      : messages.inputs[name as LabelName],
    text: draft ?? quantityText(value, unit, format.locale),
    // Counts are no percent.
    unit: isCounts ? '' : ({ money: format.symbol, percent: '%' }[unit as string] ?? ''),
    note: error
      ? messages.errors[error]
      : [isFull && messages.owners[owner], whence].filter(Boolean).join(' · '),
    isInvalid: error !== null,
    isFixed,
    owner: isFull ? owner : '',
    // Slider and steppers would put a guess in the place of counts or a range that somebody has seen.
    position:
      typeof value === 'number' ? sliderPosition(value, inputs[name], quantityValue(usual[name])) : null,
  });
}
