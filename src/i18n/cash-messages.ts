/** What the cash panel says. `{amount}` is money, `{month}` counts from 1. */
export interface CashMessages {
  title: string;
  deepest: string;
  back: string;
  never: string;
  later: string;
  month: string;
  columns: Record<'month' | 'revenue' | 'net' | 'cumulative', string>;
}
