import { cashRows, savedCash } from '../../../calculator/cash/cash-report.ts';
import { laterSentence } from '../../../calculator/later-sentence.ts';
import { roundMoney } from '../../../calculator/round-money.ts';
import { fill } from '../../../i18n/fill.ts';
import { markup } from '../../../markup/markup.ts';
import { cashCurve, isPaidBackLater } from '../../../roi/finance/cash-curve.ts';
import { barTable, scrolled } from '../bar-table.ts';
import type { Panel } from '../panel.ts';
import { cashStyles } from './cash-styles.ts';

const height = 220;
const margin = 28;

/** Cumulative cash month by month: how deep it goes, when it is paid back, and what comes later. */
export const cashPanel: Panel = {
  name: 'cash',
  styles: cashStyles,
  isReported: () => true,
  rows: cashRows,
  saved: savedCash,
  title: (texts) => texts('cash').title,
  create: () => (context) => {
    const { expected, texts, format } = context;
    const words = texts('cash');
    const { table } = texts('planner');
    // The calculator always gives a timing.
    const curve = cashCurve(expected)!;
    const { months, peakExposure, breakEvenMonth } = curve;
    const balances = [0, ...months.map(({ cumulative }) => cumulative)];
    const [low, high] = [Math.min(...balances), Math.max(...balances)];
    // Room for the last mark.
    const x = (month: number) => (98.5 * month) / months.length;
    const y = (balance: number) => (high === low ? 50 : (100 * (high - balance)) / (high - low));
    const pixel = (balance: number) => margin + (y(balance) / 100) * (height - 2 * margin);
    const deepest = balances.indexOf(low);
    const end = balances.at(-1)!;
    const shown = roundMoney(balances, format);
    const isLater = isPaidBackLater(expected, curve);
    const back = breakEvenMonth ? words.back : isLater ? words.backLater : words.never;
    const sentence = [
      peakExposure ? fill(words.deepest, { amount: shown(peakExposure), month: deepest }) : '',
      peakExposure ? fill(back, { month: breakEvenMonth ?? '', months: format.months(months.length) }) : '',
      laterSentence(context),
    ].join(' ');
    const monthOf = (month: number) => fill(words.month, { month });
    const isBack = peakExposure && breakEvenMonth;
    // Where it is paid back at the very end, one mark says both.
    const endLabel =
      isBack && breakEvenMonth === months.length ? `${monthOf(breakEvenMonth)}: ${shown(end)}` : shown(end);
    const mark = (month: number, label: string, below: number, usual = 'middle') => {
      const anchor = x(month) > 70 ? 'end' : x(month) < 25 ? 'start' : usual;
      const at = pixel(balances[month]!);
      return [
        markup('circle', { cx: `${x(month)}%`, cy: `${at}`, r: '4' }),
        markup('text', { x: `${x(month)}%`, y: `${at + below}`, 'text-anchor': anchor }, label),
      ];
    };
    const content = [
      markup('p', {}, sentence),
      markup(
        'svg',
        { role: 'img', 'aria-label': sentence, height: `${height}` },
        markup('line', { x2: '100%', y1: `${pixel(0)}`, y2: `${pixel(0)}`, class: 'axis' }),
        markup(
          'svg',
          {
            y: `${margin}`,
            height: `${height - 2 * margin}`,
            viewBox: '0 0 100 100',
            preserveAspectRatio: 'none',
          },
          markup('polyline', {
            points: balances.map((balance, month) => `${x(month)},${y(balance)}`).join(' '),
          }),
        ),
        ...(peakExposure ? mark(deepest, shown(low), 20) : []),
        ...(isBack && breakEvenMonth !== months.length
          ? mark(breakEvenMonth, monthOf(breakEvenMonth), -10, 'end')
          : []),
        ...(deepest === months.length ? [] : mark(months.length, endLabel, end < 0 ? 20 : -10)),
      ),
      markup('p', { class: 'quiet' }, words.costs),
      markup(
        'details',
        { class: 'figure' },
        markup('summary', {}, `${table} · ${words.title}`),
        scrolled(
          words.title,
          barTable(
            Object.values(words.columns),
            months.map(({ month, revenue, net, cumulative }) => ({
              name: String(month),
              cells: [revenue, net, cumulative].map((amount) => shown(amount)),
            })),
          ),
        ),
      ),
    ];
    return [markup('div', { class: 'plan' }, ...content)];
  },
};
