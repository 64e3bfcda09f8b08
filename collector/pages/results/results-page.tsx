import { monthsAfter } from '../../agreeing/month.ts';
import { objectiveInForce } from '../../agreeing/objective-in-force.ts';
import { pinnedReturn } from '../../agreeing/pinned-return.ts';
import { hasExample } from '../../example/clear-example.ts';
import { cohortsOf } from '../../measuring/cohorts-of.ts';
import { costOf } from '../../measuring/costs-by.ts';
import { type Results, resultsOf } from '../../measuring/results-of.ts';
import { typicalCycle } from '../../measuring/typical-cycle.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { figuresOf } from '../objective/figures.ts';
import { page } from '../page.tsx';
import { everyRole, type Route } from '../route.ts';
import { askedOf, queryOf } from './asked-of.ts';
import { CohortTables } from './cohort-tables.tsx';
import { Filters, Lenses } from './filters.tsx';
import { Cycle, Definition, Notes, WithoutCosts } from './notes.tsx';
import { ResultsPicture } from './results-picture.tsx';
import { ResultsTable } from './results-table.tsx';
import { Uneven } from './uneven.tsx';

const hasAny = ({ total }: Results): boolean =>
  total.people.leads > 0 || total.visits !== null || total.ctas !== null || costOf(total.costs) !== null;

/** How many first asked in each month, where results are told by month. */
const leadsByMonth = ({ rows }: Results): Map<string, number> =>
  new Map(rows.map(({ name, people }) => [name, people?.leads ?? 0]));

/** The first month of which anything is known, where that is not the first one asked for. A day. */
function firstKnownMonth({ by, span, rows }: Results): string | null {
  const first = by === 'month' && rows[0] ? `${rows[0].name}-01` : span.from;
  return first === span.from ? null : first;
}

/** What came of what was spent: one table, read by either team. */
export const resultsPage: Route = {
  method: 'GET',
  path: '/results',
  roles: everyRole,
  async answer(visit) {
    const { desk, words } = visit;
    const { read } = desk.store;
    const texts = words.results;
    const now = desk.now();
    const asked = askedOf(visit, visit.account.role === 'sales' ? 'sales' : 'marketing');
    const { by, lens, span, problems } = asked;
    const isWrong = Object.keys(problems).length > 0;
    const [results, objective, cycle, isExample] = await Promise.all([
      resultsOf(read, by, span, now),
      objectiveInForce(read),
      typicalCycle(read, span, now),
      hasExample(read),
    ]);
    const cohorts = by === 'month' ? await cohortsOf(read, leadsByMonth(results), span, now) : null;
    const figures = figuresOf(visit);
    const meant = pinnedReturn(objective);
    const shown = { results, lens, meant, cycle, visit, figures };
    const firstKnown = firstKnownMonth(results);
    return page(
      visit,
      {
        title: texts.title,
        section: 'results',
        notice: isWrong ? { text: texts.problems.notice, isTrouble: true } : null,
        children: (
          <>
            {isExample && <ExampleBanner visit={visit} />}
            <Lenses asked={asked} visit={visit} />
            <Filters asked={asked} visit={visit} />
            <p class="quiet">
              {texts.span(figures.month(span.from), figures.month(monthsAfter(span.until, -1)))}
              {firstKnown !== null && `. ${texts.nothingBefore(figures.month(firstKnown))}`}
            </p>
            {hasAny(results) ? (
              <div class="objective">
                <Uneven {...shown} />
                <section>
                  <Definition {...shown} />
                  <WithoutCosts results={results} objective={objective} visit={visit} figures={figures} />
                  <ResultsTable {...shown} />
                  <p class="others">
                    <a href={`/results.csv${queryOf(asked)}`} download>
                      {texts.csv}
                    </a>
                  </p>
                  <Cycle {...shown} />
                </section>
                <ResultsPicture {...shown} />
                {cohorts && <CohortTables cohorts={cohorts} cycle={cycle} visit={visit} figures={figures} />}
                <Notes {...shown} />
              </div>
            ) : (
              <p class="headline">{texts.none}</p>
            )}
          </>
        ),
      },
      isWrong ? 422 : 200,
    );
  },
};
