import { inputs } from '../../calculator/inputs.ts';
import type { InputGroup, InputName } from '../../i18n/calculator-messages.ts';
import { type Content, type Markup, markup } from '../../markup/markup.ts';
import { choiceView } from './choice-view.ts';
import type { CalculatorContext } from './planner.ts';

/**
 * Inputs in their groups: with the full funnel each under its heading.
 * @param names of the inputs that are shown
 */
export const inputsView = (
  { whole: { start, mode }, isFull, messages, choose }: CalculatorContext,
  groups: readonly InputGroup[],
  names: readonly InputName[],
  field: (name: InputName) => Markup,
): Content =>
  groups.flatMap((group) => {
    const content = names.filter((name) => inputs[name].group === group).map(field);
    if (group === 'funnel')
      content.unshift(
        choiceView({
          name: 'start',
          question: messages.startQuestion,
          words: { ...messages.stages, ...messages.inputs },
          chosen: start,
          choose,
          choices: ['leads', 'clicks', mode !== 'quick' && 'impressions', mode === 'evaluate' && 'customers'],
        }),
      );
    return isFull
      ? markup(
          'fieldset',
          { class: 'group' },
          markup('legend', {}, messages.groups[group as 'costs']),
          ...content,
        )
      : content;
  });
