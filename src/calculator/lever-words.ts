import type { CalculatorMessages, LabelName } from '../i18n/calculator-messages.ts';
import { fill } from '../i18n/fill.ts';
import type { Formatter } from '../i18n/formatter.ts';
import { detail } from '../i18n/precision.ts';
import type { Campaign } from '../roi/campaign/campaign.ts';
import type { LeverId } from '../roi/goal/lever.ts';
import type { MetricUnit } from '../roi/metrics/metric.ts';
import type { VariancePart } from '../roi/variance/variance-parts.ts';
import { inputs } from './inputs.ts';
import { stageInText, stageName } from './stage-name.ts';

/** A lever as its field is called; the volume as the stage that it fills. */
export function leverLabel(lever: LeverId, { funnel }: Campaign, messages: CalculatorMessages): string {
  const [kind, name] = lever.split(':');
  if (!name) return stageName(funnel[0]!.name, messages);
  if (kind !== 'rate') return messages.inputs[name as LabelName];
  const at = funnel.findIndex((stage) => stage.name === name);
  return fill(messages.rate, {
    from: stageInText(funnel[at - 1]!.name, messages),
    to: stageInText(funnel[at]!.name, messages),
  });
}

/** A part of a variance: its lever, or the two ends of a step over stages that nobody counted. */
export function partLabel(
  { input, from, to }: Pick<VariancePart, 'input' | 'from' | 'to'>,
  campaign: Campaign,
  messages: CalculatorMessages,
): string {
  if (from && to) {
    return fill(messages.rate, { from: stageInText(from, messages), to: stageInText(to, messages) });
  }
  return to ? stageName(to, messages) : leverLabel(input, campaign, messages);
}

function unitOf(lever: LeverId): MetricUnit {
  const [kind, name] = lever.split(':');
  if (!name) return 'count';
  return kind === 'rate' ? 'fraction' : inputs[name as LabelName].unit;
}

/** Where a lever stands, with its unit. */
export const leverFigure = (lever: LeverId, value: number, format: Formatter): string =>
  format.precise(value, unitOf(lever), detail);
