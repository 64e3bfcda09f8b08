import { isLoss } from '../../calculator/answer-sentence.ts';
import { balanceOf } from '../../calculator/balance.ts';
import { type Content, type Markup, markup } from '../../markup/markup.ts';
import type { CalculatorContext } from './planner.ts';

/**
 * What goes in against what comes back, drawn to one scale, with the mark from which on there is a profit. Each figure
 * stands beside its bar as text. What is missing is an empty outline, and says so in words and with its sign: a loss is
 * told by more than its colour.
 */
export function balanceView(context: CalculatorContext): Markup | false {
  const { definition, messages, format } = context;
  const balance = balanceOf(context, definition);
  if (!balance) return false;
  const { paid, back, even, profit } = balance;
  const words = messages.balance;
  const widest = Math.max(paid, back, even ?? 0) || 1;
  const percent = (amount: number) => `${(100 * amount) / widest}%`;
  const bar = (kind: string, from: number, to: number) =>
    to > from && markup('rect', { class: kind, x: percent(from), width: percent(to - from), height: '24' });
  const figure = (name: string, amount: number, kind?: string | false) =>
    markup('span', { class: kind }, `${name} `, markup('strong', {}, format.money(amount)));
  const picture = (height: number, ...parts: Content) => markup('svg', { height: `${height}` }, ...parts);

  return markup(
    'div',
    { class: 'balance' },
    markup('p', {}, figure(words.paid, paid)),
    picture(24, bar('paid', 0, paid)),
    markup(
      'p',
      {},
      figure(words.back, back),
      ' ',
      isLoss(profit) ? figure(words.loss, profit, 'lost') : figure(messages.figures.profit, profit),
    ),
    even === null
      ? picture(24, bar('paid', 0, back))
      : picture(
          52,
          bar('paid', 0, Math.min(back, even)),
          bar('gain', even, back),
          bar('missing', back, even),
          markup('line', { x1: percent(even), x2: percent(even), y1: '-4', y2: '32' }),
          markup(
            'text',
            { x: percent(even), y: '48', 'text-anchor': even > widest / 2 ? 'end' : 'start' },
            `${words.even} ${format.money(even)}`,
          ),
        ),
  );
}
