import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import type { StageName } from '../../roi/campaign.ts';

/** A stage in words: those that can be entered share their input's label. */
export const stageName = (stage: StageName, { inputs, stages }: CalculatorMessages): string =>
  ({ ...inputs, ...stages })[stage];

/** The same inside a sentence: small, unless it is an abbreviation. */
export function stageInText(stage: StageName, messages: CalculatorMessages): string {
  const name = stageName(stage, messages);
  return name === name.toUpperCase() ? name : name.toLowerCase();
}
