import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import { inText } from '../i18n/in-text.ts';
import type { StageName } from '../roi/campaign/campaign.ts';

/** A stage in words: those that can be entered share their input's label. */
export const stageName = (stage: StageName, { inputs, stages }: CalculatorMessages): string =>
  ({ ...inputs, ...stages })[stage];

/** The same inside a sentence. */
export const stageInText = (stage: StageName, messages: CalculatorMessages): string =>
  inText(stageName(stage, messages));
