/**
 * What counts say of the rate behind them (x of n): Beta(x + 1/3, n - x + 1/3), whose median is x/n.
 * Source: Kerman (2011), Electronic Journal of Statistics 5.
 */
export const betaOfCounts = ({ hits, of }: { hits: number; of: number }): [a: number, b: number] => [
  hits + 1 / 3,
  of - hits + 1 / 3,
];
