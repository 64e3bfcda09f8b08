import { figureText } from '../../calculator/figure-text.ts';
import { formulaText } from '../../calculator/formula-text.ts';
import type { Worksheet } from '../../calculator/worksheet.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import type { Metric } from '../../roi/metrics/metric.ts';

/** A figure that opens its formula, with the numbers put in; or says when its question arises, where it does not. */
export function figureView(
  label: string,
  metric: Metric,
  { messages, format }: Pick<Worksheet, 'messages' | 'format'>,
): Markup {
  const { words, numbers } = formulaText(metric, messages, format);
  const text = figureText(metric, messages, format);
  const explained =
    metric.reason === 'not-recurring'
      ? [messages.onlyMonthly]
      : [words, markup('br'), `= ${numbers}`, markup('br'), `= ${text}`];
  return markup(
    'details',
    { class: 'figure', part: 'figure' },
    markup(
      'summary',
      {},
      markup('span', {}, label),
      ' ',
      markup('strong', { class: metric.value === null && 'reason' }, text),
    ),
    ' ',
    markup('p', { class: 'quiet' }, ...explained),
  );
}
