import { cacPayback, ltvToCac } from '../roi/metrics/rows/customer.ts';
import { cpl } from '../roi/metrics/rows/leads.ts';
import { profit, revenue } from '../roi/metrics/rows/returns.ts';
import { cac } from '../roi/metrics/rows/sales.ts';
import { breakEvenCustomers, breakEvenLeads, breakEvenRoas } from '../roi/metrics/rows/thresholds.ts';

/** The same result as each of the two reads it. One line a figure: the place to add the next. */
export const lenses = [
  { owner: 'marketing', metrics: [cpl, breakEvenLeads, breakEvenRoas, revenue] },
  { owner: 'sales', metrics: [cac, breakEvenCustomers, ltvToCac, cacPayback, profit] },
] as const;
