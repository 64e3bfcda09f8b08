import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import type { StageName } from '../../roi/campaign/campaign.ts';
import { type Measure, measureDefinition } from '../../roi/goal/measure.ts';
import type { MetricUnit } from '../../roi/metrics/metric.ts';
import { roiMetric } from '../../roi/metrics/roi-metrics.ts';
import { stageName } from '../stage-name.ts';
import type { Worksheet } from '../worksheet.ts';

export interface GoalMetric {
  /** What is remembered of it: `roi` for the ROI under whichever definition is pinned. */
  choice: string;
  id: Measure;
  label: string;
  unit: MetricUnit;
}

const worthCounting: readonly StageName[] = ['customers', 'opportunities', 'sql', 'mql', 'leads'];

/** What a team may aim for: customers first, then money, then what comes before a customer. */
export function goalMetrics({ campaign, definition, texts }: Worksheet): GoalMetric[] {
  const messages = texts('calculator');
  const has = (stage: StageName) => campaign.funnel.some(({ name }) => name === stage);
  const [customers, ...before] = worthCounting.filter(has);
  const { id: roi } = roiMetric(definition);
  const ids: Measure[] = [
    customers!,
    'revenue',
    'profit',
    roi,
    ...before,
    ...(has('leads') ? (['cpl'] as const) : []),
    'cac',
  ];
  return ids.map((id) => ({
    choice: id === roi ? 'roi' : id,
    id,
    label: labelOf(id, messages) ?? messages.definitions[definition],
    unit: measureDefinition('goal.metric', id).unit,
  }));
}

const labelOf = (id: Measure, messages: CalculatorMessages): string | undefined =>
  (messages.figures as Record<string, string>)[id] ?? stageName(id as StageName, messages);
