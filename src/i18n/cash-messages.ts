/** What the cash panel says. `{amount}` is money, `{month}` counts from 1. */
export interface CashMessages {
  title: string;
  deepest: string;
  back: string;
  /** Within `{months}` not, but with what comes later; and not even then. */
  backLater: string;
  never: string;
  /** What comes after month `{month}`: `{amount}` of profit, or orders without an end. */
  later: string;
  endless: string;
  /** When costs fall. */
  costs: string;
  month: string;
  columns: Record<'month' | 'revenue' | 'net' | 'cumulative', string>;
}
