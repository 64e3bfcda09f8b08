import type { Formatter } from '../i18n/formatter.ts';
import { rounded, sideBySide } from '../i18n/precision.ts';

/** Writes amounts (major units) that stand side by side, all with cents or all without. */
export function roundMoney(amounts: readonly number[], { money }: Formatter): (amount: number) => string {
  const precision = sideBySide(amounts);
  return (amount) => money(rounded(amount, 'currency', precision));
}
