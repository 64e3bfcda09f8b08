/** A share with the interval that holds the true one in 95 of 100 samples, all as fractions of 1. */
export interface Rate {
  hits: number;
  of: number;
  rate: number;
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution. */
export const z95 = 1.959963984540054;

/**
 * How often, with the 95 % interval of Wilson (1927), which stays within 0 and 1 for small samples too.
 * @returns `null` where nothing was looked at
 */
export function wilson(hits: number, of: number): Rate | null {
  if (of <= 0) return null;
  const rate = hits / of;
  const square = z95 * z95;
  const whole = 1 + square / of;
  const middle = (rate + square / (2 * of)) / whole;
  const reach = (z95 / whole) * Math.sqrt((rate * (1 - rate)) / of + square / (4 * of * of));
  return { hits, of, rate, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
