import type { Formatter } from '../i18n/formatter.ts';
import { rounded, sideBySide } from '../i18n/precision.ts';

/**
 * Writes amounts (major units) that stand side by side, all with cents or all without. No line ends between a sign and
 * its currency.
 */
export function roundMoney(amounts: readonly number[], { money }: Formatter): (amount: number) => string {
  const precision = sideBySide(amounts);
  return (amount) => money(rounded(amount, 'currency', precision)).replace(/^−(?!\d)/, '−\u2060');
}
