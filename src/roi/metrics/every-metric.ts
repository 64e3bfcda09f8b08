import type { MetricDefinition } from './metric.ts';
import cash from './rows/cash.ts';
import customer from './rows/customer.ts';
import leads from './rows/leads.ts';
import media from './rows/media.ts';
import returns from './rows/returns.ts';
import sales from './rows/sales.ts';
import thresholds from './rows/thresholds.ts';

/** The table of all metrics, in the order a report shows them. Each file of rows has those of one kind. */
export const everyMetric = [
  ...returns,
  ...media,
  ...leads,
  ...sales,
  ...thresholds,
  ...customer,
  ...cash,
] as const satisfies readonly MetricDefinition[];

export type MetricId = (typeof everyMetric)[number]['id'];
