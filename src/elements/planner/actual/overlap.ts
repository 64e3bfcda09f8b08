import { quantityValue } from '../../../calculator/quantity.ts';
import { stageInText } from '../../../calculator/stage-name.ts';
import { fill } from '../../../i18n/fill.ts';
import { type Markup, markup } from '../../../markup/markup.ts';
import type { StageName } from '../../../roi/campaign/campaign.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';

/** That more have come to a stage than to one before it: some of them may be of other times. */
export const overlapSentence = (
  stage: StageName,
  exceeds: StageName,
  { messages, texts }: Pick<CalculatorContext, 'messages' | 'texts'>,
): string =>
  fill(texts('planner').actual.flag, {
    stage: stageInText(stage, messages),
    exceeds: stageInText(exceeds, messages),
  });

/** The same of the customers of a campaign that has run. */
export function pastOverlap(context: CalculatorContext): Markup | false {
  const { start, values } = context.whole;
  const before = quantityValue(values[start]);
  const isOverlap = start !== 'customers' && before > 0 && quantityValue(values.customers) > before;
  return isOverlap && markup('p', {}, overlapSentence('customers', start, context));
}
