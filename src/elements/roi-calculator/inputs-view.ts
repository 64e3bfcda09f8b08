import { html, nothing } from 'lit/html.js';
import type { CalculatorMessages, InputGroup, InputName } from '../../i18n/calculator-messages.ts';
import { choiceView } from './choice-view.ts';
import { inputs } from './inputs.ts';
import type { WholeScenario } from './whole-scenario.ts';

/** Inputs in their groups: with the full funnel each under its heading. */
export const inputsView = (
  { mode, start }: WholeScenario,
  groups: readonly InputGroup[],
  names: readonly InputName[],
  field: (name: InputName) => unknown,
  messages: CalculatorMessages,
  choose: (event: Event) => void,
): unknown =>
  groups.map((group) => {
    const isFull = mode === 'full';
    const choices = isFull ? ['leads', 'clicks', 'impressions'] : ['leads', 'clicks'];
    const content = [
      group === 'funnel'
        ? choiceView('start', messages.startQuestion, messages.inputs, start, choose, null, choices)
        : nothing,
      names.filter((name) => inputs[name].group === group).map(field),
    ];
    return isFull
      ? html`<fieldset class="group"><legend>${messages.groups[group as 'costs']}</legend>${content}</fieldset>`
      : content;
  });
