import { html, nothing } from 'lit/html.js';
import { inputs } from '../../calculator/inputs.ts';
import type { InputGroup, InputName } from '../../i18n/calculator-messages.ts';
import { choiceView } from './choice-view.ts';
import type { CalculatorContext } from './planner.ts';

/**
 * Inputs in their groups: with the full funnel each under its heading.
 * @param names of the inputs that are shown
 */
export const inputsView = (
  { whole: { start }, isFull, messages, choose }: CalculatorContext,
  groups: readonly InputGroup[],
  names: readonly InputName[],
  field: (name: InputName) => unknown,
): unknown =>
  groups.map((group) => {
    const content = [
      group === 'funnel'
        ? choiceView({
            name: 'start',
            question: messages.startQuestion,
            words: messages.inputs,
            chosen: start,
            choose,
            choices: isFull ? ['leads', 'clicks', 'impressions'] : ['leads', 'clicks'],
          })
        : nothing,
      names.filter((name) => inputs[name].group === group).map(field),
    ];
    return isFull
      ? html`<fieldset class="group"><legend>${messages.groups[group as 'costs']}</legend>${content}</fieldset>`
      : content;
  });
