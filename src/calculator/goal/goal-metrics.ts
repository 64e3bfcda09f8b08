import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import type { StageName } from '../../roi/campaign/campaign.ts';
import { type Measure, stageCount } from '../../roi/goal/measure.ts';
import type { MetricDefinition } from '../../roi/metrics/metric.ts';
import { roiMetric } from '../../roi/metrics/roi-metrics.ts';
import { cpl } from '../../roi/metrics/rows/leads.ts';
import { profit, revenue } from '../../roi/metrics/rows/returns.ts';
import { cac } from '../../roi/metrics/rows/sales.ts';
import { stageName } from '../stage-name.ts';
import type { Worksheet } from '../worksheet.ts';

export interface GoalMetric extends MetricDefinition<Measure> {
  /** What is remembered of it: `roi` for the ROI under whichever definition is pinned. */
  choice: string;
  label: string;
}

const worthCounting: readonly StageName[] = ['customers', 'opportunities', 'sql', 'mql', 'leads'];

/** What a team may aim for: customers first, then money, then what comes before a customer. */
export function goalMetrics({
  campaign,
  definition,
  texts,
}: Pick<Worksheet, 'campaign' | 'definition' | 'texts'>): GoalMetric[] {
  const messages = texts('calculator');
  const has = (stage: StageName) => campaign.funnel.some(({ name }) => name === stage);
  const [customers, ...before] = worthCounting.filter(has);
  const roi = roiMetric(definition);
  const metrics: MetricDefinition<Measure>[] = [
    stageCount(customers!),
    revenue,
    profit,
    roi,
    ...before.map(stageCount),
    ...(has('leads') ? [cpl] : []),
    cac,
  ];
  return metrics.map((metric) => ({
    ...metric,
    choice: metric === roi ? 'roi' : metric.id,
    label: labelOf(metric.id, messages) ?? messages.definitions[definition],
  }));
}

const labelOf = (id: Measure, messages: CalculatorMessages): string | undefined =>
  (messages.figures as Record<string, string>)[id] ?? stageName(id as StageName, messages);
