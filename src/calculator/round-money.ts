import type { Formatter } from '../i18n/formatter.ts';

/**
 * Writes amounts (major units) that stand side by side alike: with cents only where nothing but cents is at stake, and no line
 * ends between a sign and its currency.
 */
export function roundMoney(amounts: readonly number[], { money }: Formatter): (amount: number) => string {
  const hasCents = Math.max(...amounts.map(Math.abs)) < 100;
  return (amount) => money(hasCents ? amount : Math.round(amount)).replace(/^−(?!\d)/, '−\u2060');
}
