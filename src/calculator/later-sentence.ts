import { fill } from '../i18n/fill.ts';
import { standingBy } from '../roi/campaign/standing.ts';
import { answerMetrics } from '../roi/metrics/evaluate-metrics.ts';
import { profit, revenue } from '../roi/metrics/rows/returns.ts';
import type { Worksheet } from './worksheet.ts';

/** What still comes after the months looked at, which no figure counts; nothing where nothing does. */
export function laterSentence({ expected, figures, texts, format }: Worksheet): string {
  const messages = texts('cash');
  const month = expected.timing!.months;
  const end = standingBy(expected, null);
  const whole = answerMetrics(end, [profit, revenue]);
  // Customers who stay for ever: there is no end of it.
  if (whole.profit.reason === 'needs-a-horizon')
    return end.counts.at(-1)! * expected.ordersPerCustomer > 0 ? fill(messages.endless, { month }) : '';
  const later = whole.profit.value! - figures.profit.value!;
  // Next to all that moves, the last digits of a sum mean nothing.
  const moved = Math.abs(whole.profit.value!) + whole.revenue.value!;
  return Math.abs(later) > 1e-9 * moved ? fill(messages.later, { month, amount: format.money(later) }) : '';
}
