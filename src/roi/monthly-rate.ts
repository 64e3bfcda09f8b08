/**
 * A year's rate as a month's: `(1 + r) ** (1 / 12) - 1`, exact for tiny rates too.
 *
 * @param yearly fraction a year, above -1
 * @returns fraction a month
 */
export const monthlyRate = (yearly: number): number => Math.expm1(Math.log1p(yearly) / 12) + 0;

/** A month's rate as a year's: `(1 + r) ** 12 - 1`. */
export const yearlyRate = (monthly: number): number => Math.expm1(Math.log1p(monthly) * 12) + 0;
