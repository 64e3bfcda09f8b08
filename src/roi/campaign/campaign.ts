/**
 * The campaign: what is spent, how strangers become customers, what a customer is worth, and when.
 * Plain data. Money is in major currency units (12.5 is twelve and a half euros), rates are fractions
 * (0.03 is three per cent), time is in months.
 */
export interface Campaign {
  costs: Costs;
  /** Ordered from the widest stage to the narrowest. */
  funnel: readonly Stage[];
  value: Value;
  timing?: Timing;
}

/**
 * A sure number, or an interval with its likeliest point: `low <= likely <= high`. What is planned with is the mean of
 * all that lies between (`mean`), not the likeliest point: of 90, 100 and 400 that is 196.67.
 */
export type Range = number | { low: number; likely: number; high: number };

/** How many begin: a sure number, an interval, or a number that was counted once and may come out otherwise again. */
export type Volume = Range | { counted: number };

/**
 * A fraction between 0 and 1, or the counts it was observed from (`hits` of `of`). Counts carry their own
 * uncertainty: 3 of 30 and 300 of 3,000 are both ten per cent, and not equally well known.
 */
export type Rate = number | { hits: number; of: number };

export type Owner = 'marketing' | 'sales' | 'shared';

export type StageName =
  | 'impressions'
  | 'clicks'
  | 'visits'
  | 'leads'
  | 'mql'
  | 'sql'
  | 'opportunities'
  | 'customers';

/** Currency units for all of the campaign, except `salesPerOpportunity`. What is not given costs nothing. */
export interface Costs {
  /** Advertising alone: the denominator of ROAS, CPM and CPC. It scales with volume. */
  media: Range;
  production?: Range;
  agency?: Range;
  tools?: Range;
  /** What sales costs whatever happens: the share of salaries, for example. */
  sales?: Range;
  /** What sales spends on each opportunity it works. Needs an `opportunities` stage. */
  salesPerOpportunity?: Range;
}

export type CostKind = keyof Costs;

/** Costs that are spent whatever happens. */
export type FixedCost = Exclude<CostKind, 'salesPerOpportunity'>;

/**
 * The first stage carries a volume. Every later one carries a rate from the stage before, or a volume, from
 * which the rate follows (a number without uncertainty: say `{ hits, of }` for counts that were observed).
 */
export interface Stage {
  name: StageName;
  /** Who answers for the rate into this stage. Default: `defaultOwner(name)`. */
  owner?: Owner;
  /** On a later stage a sure number, since its uncertainty is that of the rate. */
  volume?: Volume;
  /** Currency units of media for each, on the first stage and instead of a volume, which is then media / price. */
  price?: Range;
  rate?: Rate;
  /**
   * When they arrive here, counted from the stage before: `delay[k]` is the share that takes k months.
   * Sums to 1. Default: all within the same month.
   */
  delay?: readonly number[];
}

export interface Value {
  /** Currency units an order. */
  averageSale: Range;
  /** Fraction of revenue left after the cost of goods; at most 1, below 0 when goods cost more than they sell for. */
  grossMargin: Range;
  /**
   * Orders that a customer places, 1 unless given. Without `churn` and `horizon`, all there will ever be.
   * With either, the orders of one month: a customer won in month w orders in month w + k as far as they have stayed,
   * `(1 - churn) ** k` of them, for all k below the horizon.
   */
  ordersPerCustomer?: Range;
  /** Fraction of customers lost a month. */
  churn?: Range;
  /** Months of a customer's life that count. */
  horizon?: number;
  /** Currency units spent a month on keeping one customer: discounted CLV only. */
  retentionSpend?: Range;
  /** Currency units of revenue that would have come without the campaign: incremental ROI only. */
  baseline?: Range;
  /** Fraction of revenue wanted as profit: target ROAS only. */
  targetProfit?: number;
}

export interface Timing {
  /** Months looked at, whole. Every figure counts what happens within them; what falls later is reported as the tail. */
  months: number;
  /**
   * When media is bought, as weights a month (shares or amounts: only their proportion counts).
   * Entrants follow it. Default: everything in the first month, the most cautious for exposure.
   */
  spend?: readonly number[];
  /**
   * When other costs fall, as weights a month. Default: production and agency in the first month, tools and the sales
   * team evenly over the months looked at. What an opportunity costs falls in the month it opens.
   */
  costs?: Partial<Record<Exclude<FixedCost, 'media'>, readonly number[]>>;
  /**
   * When an order's revenue (and its cost of goods) moves: `collection[k]` is the share that takes k months
   * after the order. Sums to 1. Terms of payment and, where customers do not order monthly, the spacing of repeat
   * orders both live here. Default: all in the month of the order.
   */
  collection?: readonly number[];
  /** A year's discount rate as a fraction, above -1. The month's is `(1 + r) ** (1 / 12) - 1`. Default 0. */
  discountRate?: number;
}
