import { cacPayback, ltvToCac } from './rows/customer.ts';
import { cpl } from './rows/leads.ts';
import { profit, revenue } from './rows/returns.ts';
import { cac } from './rows/sales.ts';
import { breakEvenCustomers, breakEvenLeads, breakEvenRoas } from './rows/thresholds.ts';

/** The same result as each of the two reads it. To add a figure is to name its metric here; the locales then need a word for it. */
export const lenses = [
  { owner: 'marketing', metrics: [cpl, breakEvenLeads, breakEvenRoas, revenue] },
  { owner: 'sales', metrics: [cac, breakEvenCustomers, ltvToCac, cacPayback, profit] },
] as const;

/** A metric that one of them reads. */
export type FigureName = (typeof lenses)[number]['metrics'][number]['id'];
