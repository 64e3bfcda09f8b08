import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import { fill } from '../i18n/fill.ts';
import type { Formatter } from '../i18n/formatter.ts';
import type { StageName } from '../roi/campaign/campaign.ts';
import type { Metric } from '../roi/metrics/metric.ts';
import { stageInText } from './stage-name.ts';

/** A figure as a person reads it, with its unit; or why there is none. */
export function figureText(
  { value, unit, reason }: Pick<Metric, 'value' | 'unit' | 'reason'>,
  messages: CalculatorMessages,
  format: Formatter,
): string {
  if (value !== null) return format.figure(value, unit);
  const [, stage] = /^no-(.+)-yet$/.exec(reason!) ?? [];
  return stage
    ? fill(messages.noneYet, { stage: stageInText(stage as StageName, messages) })
    : (messages.reasons[reason!] ?? messages.noAnswer);
}
