import { objectiveInForce } from '../../agreeing/objective-in-force.ts';
import { pinnedReturn } from '../../agreeing/pinned-return.ts';
import { resultsOf } from '../../measuring/results-of.ts';
import { figuresOf } from '../objective/figures.ts';
import { csvLines, csvMark } from '../parts/csv-lines.ts';
import { everyRole, type Route } from '../route.ts';
import { askedOf } from './asked-of.ts';
import { columnsOf, type Unit } from './columns.ts';
import { rowName } from './told.ts';

/** Digits after the point: a spreadsheet goes on computing, and shares are fractions there. */
const digits: Record<Unit, number> = { count: 0, currency: 2, fraction: 4, minutes: 1, return: 4 };

const rounded = (value: number, unit: Unit): number => Number(value.toFixed(digits[unit]));

/** The table of the page, for a spreadsheet. */
export const resultsCsv: Route = {
  method: 'GET',
  path: '/results.csv',
  roles: everyRole,
  script: true,
  async answer(visit) {
    const { desk, words, c } = visit;
    const texts = words.results;
    const { read } = desk.store;
    // The page's link names the lens; a script has no team.
    const { by, lens, span, problems } = askedOf(visit, 'marketing');
    const problem = Object.values(problems)[0];
    if (problem) return c.text(problem, 422);
    const [results, objective] = await Promise.all([
      resultsOf(read, by, span, desk.now()),
      objectiveInForce(read),
    ]);
    const meant = pinnedReturn(objective);
    const figures = figuresOf(visit);
    const columns = columnsOf[lens];
    const unitOf = (unit: Unit): string =>
      unit === 'return' && meant.definition === 'roas'
        ? ''
        : (texts.csvUnits(desk.settings.currency)[unit] ?? '');
    const header = columns.map(({ name, unit }) =>
      [texts.columns[name], unitOf(unit)].filter(Boolean).join(' '),
    );
    const cells = (row: (typeof results.rows)[number]): unknown[] =>
      columns.map(({ unit, of }) => {
        const figure = of(row, meant);
        return typeof figure === 'number' ? rounded(figure, unit) : texts.missing[figure];
      });
    const lines = [
      [texts.by[by], ...header],
      ...results.rows.map((row) => [rowName(row, results, visit, figures), ...cells(row)]),
      [texts.rows.total, ...cells(results.total)],
    ];
    return c.body(csvMark + csvLines(lines, visit), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="results.csv"',
    });
  },
};
