import { fill } from '../i18n/fill.ts';
import { entry } from '../i18n/precision.ts';
import { quantityValue } from './quantity.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * What one costs at least, in a currency such as the euro: less than a tenth of the cheapest that is bought. Currencies
 * of which a euro has hundreds are asked about less often than they might be, and never for nothing.
 */
const least = { impressions: 0.0001, clicks: 0.01, leads: 0.1, customers: 0 } as const;

/** A question about a budget that can hardly have bought so many; nothing where it can, and where nothing is paid. */
export function doubtText({
  whole: { start, values },
  messages,
  format,
}: Pick<Worksheet, 'whole' | 'messages' | 'format'>): string {
  const [paid, bought] = [quantityValue(values.media), quantityValue(values[start])];
  if (!(paid > 0 && paid < bought * least[start] * format.one)) return '';
  return fill(messages.doubt, {
    count: format.precise(bought, 'count', entry),
    amount: format.money(paid),
  });
}
