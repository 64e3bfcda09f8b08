import {
  effectsByOwner,
  ownerOfPart,
  ownerWords,
  unmeasuredWords,
} from '../../../calculator/actual/part-words.ts';
import { leverFigure, partLabel } from '../../../calculator/lever-words.ts';
import { roundMoney } from '../../../calculator/round-money.ts';
import { fill } from '../../../i18n/fill.ts';
import { type Content, type Markup, markup } from '../../../markup/markup.ts';
import type { Variance } from '../../../roi/variance/explain-variance.ts';
import type { VariancePart } from '../../../roi/variance/variance-parts.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { barTable, scrolled } from '../bar-table.ts';

/** Whether a part is other than planned, with or without an effect so far. */
export const hasMoved = ({ planned, actual }: VariancePart): boolean => planned !== actual;

/** The parts of a gap, those that moved, with their bars: they sum to the gap. */
export function varianceTable(variance: Variance, context: CalculatorContext): Content {
  const { campaign, texts, format } = context;
  const messages = texts('planner').actual;
  const calculator = texts('calculator');
  const parts = variance.parts.filter(hasMoved).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const widest = Math.max(...parts.map(({ effect }) => Math.abs(effect))) || 1;
  const shown = roundMoney([widest], format);
  // What is nothing once it is rounded has no sign.
  const signed = (amount: number) => (amount > 0 && shown(amount) !== shown(0) ? '+' : '') + shown(amount);
  const rows = parts.map((part) => {
    const { input, planned, actual, effect } = part;
    const owner = ownerOfPart(part);
    const notes = [ownerWords(owner, calculator, messages), unmeasuredWords(part, variance, messages)];
    const figure = (value: number) => leverFigure(input, value, format);
    return {
      owner: `${owner}`,
      name: partLabel(part, campaign, calculator),
      note: notes.filter(Boolean).join(' · '),
      cells: [
        [markup('span', {}, `${figure(planned)} →`), ' ', markup('span', {}, figure(actual))],
        signed(effect),
      ],
      bar: [
        markup('line', { x1: '50%', x2: '50%', y1: '0', y2: '16', class: 'axis' }),
        markup('line', { x1: '50%', x2: `${50 + (50 * effect) / widest}%`, y1: '8', y2: '8', class: 'bar' }),
      ],
    };
  });
  const sum = (name: Markup | string, amount: Markup | string) =>
    markup('tr', {}, markup('th', { scope: 'row', colspan: '2' }, name), markup('td', {}, amount));
  return [
    markup('p', {}, fill(messages.gap, { gap: signed(variance.gap) })),
    scrolled(
      messages.title,
      barTable(
        [messages.part, messages.movement, messages.effect],
        rows,
        markup(
          'tfoot',
          {},
          ...effectsByOwner(parts).map(([owner, effect]) =>
            sum(ownerWords(owner, calculator, messages), signed(effect)),
          ),
          sum(markup('strong', {}, messages.sum), markup('strong', {}, signed(variance.gap))),
        ),
      ),
    ),
    parts.some(({ mayBeChance }) => mayBeChance) && markup('p', { class: 'quiet' }, messages.luck),
  ];
}
