import type { FigureName } from '../i18n/calculator-messages.ts';
import type { Metric } from '../roi/metrics/metric.ts';
import { cacPayback, ltvToCac } from '../roi/metrics/rows/customer.ts';
import { cpl } from '../roi/metrics/rows/leads.ts';
import { ctr } from '../roi/metrics/rows/media.ts';
import { profit, revenue } from '../roi/metrics/rows/returns.ts';
import { cac } from '../roi/metrics/rows/sales.ts';
import {
  breakEvenCustomers,
  breakEvenLeads,
  breakEvenRoas,
  breakEvenRoasAllCosts,
} from '../roi/metrics/rows/thresholds.ts';

/**
 * The same result as each of the two reads it, and what both read: there the ROI of the chosen definition stands first.
 * One line a figure: the place to add the next.
 */
export const lenses = [
  { owner: 'shared', metrics: [profit, cac] },
  { owner: 'marketing', metrics: [ctr, cpl, breakEvenLeads, breakEvenRoasAllCosts, breakEvenRoas] },
  { owner: 'sales', metrics: [revenue, breakEvenCustomers, ltvToCac, cacPayback] },
] as const;

/** Whether a figure tells something: not of a stage that is not in the funnel, nor of all costs where media is all. */
export const isTold = (name: FigureName, figures: Readonly<Record<FigureName, Metric>>): boolean =>
  figures[name].reason !== 'stage-not-in-funnel' &&
  (name !== 'breakEvenRoasAllCosts' ||
    ![null, figures.breakEvenRoas.value].includes(figures.breakEvenRoasAllCosts.value));
