import { cacPayback, ltvToCac } from '../roi/metrics/customer.ts';
import { cpl } from '../roi/metrics/leads.ts';
import { profit, revenue } from '../roi/metrics/returns.ts';
import { cac } from '../roi/metrics/sales.ts';
import { breakEvenCustomers, breakEvenLeads, breakEvenRoas } from '../roi/metrics/thresholds.ts';

/** The same result as each of the two reads it. One line a figure: the place to add the next. */
export const lenses = [
  { owner: 'marketing', metrics: [cpl, breakEvenLeads, breakEvenRoas, revenue] },
  { owner: 'sales', metrics: [cac, breakEvenCustomers, ltvToCac, cacPayback, profit] },
] as const;
