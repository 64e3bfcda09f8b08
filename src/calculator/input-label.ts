import type { CalculatorMessages, InputName, LabelName } from '../i18n/calculator-messages.ts';
import { fill } from '../i18n/fill.ts';
import { inputs } from './inputs.ts';
import { type Start, stageBefore, type Values } from './scenario.ts';
import { stageInText } from './stage-name.ts';

/** An input as its field is called: a rate by the stages that it leads from and to. What the planner alone
 * asks has to be among the messages then. */
export function inputLabel(
  name: InputName,
  { start, values }: { start: Start; values: Values },
  messages: CalculatorMessages,
): string {
  const { rateOf } = inputs[name];
  if (!rateOf) return { ...messages.figures, ...messages.stages, ...messages.inputs }[name as LabelName];
  return fill(messages.rate, {
    from: stageInText(stageBefore(name, start, values), messages),
    to: stageInText(rateOf, messages),
  });
}
