import type { ComponentChildren, JSX } from 'preact';
import { stateOf } from '../../agreeing/agree.ts';
import { monthsSince } from '../../agreeing/month.ts';
import { objectiveInForce } from '../../agreeing/objective-in-force.ts';
import { latestObjectives, objectiveOf } from '../../agreeing/objectives.ts';
import { standingOf } from '../../agreeing/standing-of.ts';
import { hasExample } from '../../example/clear-example.ts';
import { actualsOf } from '../../measuring/actuals-of.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { page } from '../page.tsx';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { Deliveries, Sentence } from './agreed-parts.tsx';
import { Course } from './course.tsx';
import { figuresOf, lastMonth } from './figures.ts';
import { NextMonth } from './next-month.tsx';
import { Signatures } from './signatures.tsx';
import { StandingTables } from './standing-tables.tsx';
import { Why } from './why.tsx';

type Found = NonNullable<Awaited<ReturnType<typeof objectiveOf>>>;
type Latest = Awaited<ReturnType<typeof latestObjectives>>;

/** Other objectives by name, each with how it stands. */
function Others({ title, of, visit }: { title: string; of: Latest; visit: SignedIn }): JSX.Element | null {
  const { objective: texts } = visit.words;
  if (of.length === 0) return null;
  const figures = figuresOf(visit);
  return (
    <section class="others">
      <h2>{title}</h2>
      <ul>
        {of.map((each) => (
          <li key={each.id}>
            <a href={`/objective/${each.id}`}>{each.name}</a>{' '}
            <span class="quiet">
              {figures.month(each.starts_on)} · {texts.states[stateOf(each)]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where an objective stands that has begun. */
async function Standing({ objective, visit }: { objective: Found; visit: SignedIn }): Promise<JSX.Element> {
  const { desk, words } = visit;
  const texts = words.objective;
  const figures = figuresOf(visit);
  const { agreed, starts_on, ends_on, campaigns } = objective;
  const now = desk.now();
  const actuals = await actualsOf(desk.store.read, { from: starts_on, until: ends_on, campaigns }, now);
  const since = monthsSince(starts_on, now);
  const standing = standingOf(agreed, actuals, since);
  const heading = (about: ComponentChildren): JSX.Element => (
    <>
      <h2>{texts.today}</h2>
      <p>{about}</p>
    </>
  );
  if (!standing) return <section>{heading(texts.notCompared)}</section>;
  const { months, asOf, profit, roi } = standing;
  const isOver = since >= months;
  const by = figures.month(lastMonth(starts_on, months));
  const shown = { standing, visit, figures };
  return (
    <>
      <section>
        {heading(
          isOver
            ? texts.over
            : texts.asOf(figures.day(now.toISOString().slice(0, 10)), Math.floor(asOf) + 1, months),
        )}
        {actuals.leads === 0 && <p>{texts.nothingYet}</p>}
        <p>
          <strong>{texts.profit(figures.money(profit.agreed), figures.money(profit.forecast), by)}</strong>{' '}
          {texts.roi(
            figures.messages.definitions[agreed.definition],
            figures.roi(roi.agreed, agreed.definition),
            figures.roi(roi.forecast, agreed.definition),
          )}
        </p>
        <Course objective={objective} actuals={actuals} asOf={asOf} visit={visit} figures={figures} />
        <StandingTables {...shown} />
      </section>
      <Why
        variance={standing.variance}
        campaign={agreed.campaign}
        span={{ from: starts_on, until: isOver ? lastMonth(starts_on, months) : now.toISOString() }}
        visit={visit}
        figures={figures}
      />
      {!isOver && <NextMonth {...shown} agreed={agreed} />}
    </>
  );
}

/** What was agreed, and below it how it stands, or from when on it can be told. */
async function InForce({ objective, visit }: { objective: Found; visit: SignedIn }): Promise<JSX.Element> {
  const texts = visit.words.objective;
  const figures = figuresOf(visit);
  const { agreed, starts_on } = objective;
  const shown = { agreed, startsOn: starts_on, visit, figures };
  const hasBegun = visit.desk.now().toISOString().slice(0, 10) >= starts_on;
  return (
    <div class="objective">
      <section>
        <h2>
          <a href={`/objective/${objective.id}`}>{objective.name}</a>
        </h2>
        <Sentence {...shown} />
      </section>
      {hasBegun ? (
        await Standing({ objective, visit })
      ) : (
        <section>
          <h2>{texts.today}</h2>
          <p>{texts.notBegun(figures.day(starts_on))}</p>
          <Deliveries {...shown} />
        </section>
      )}
      <section>
        <h2>{texts.agreed}</h2>
        <Signatures objective={objective} visit={visit} figures={figures} />
      </section>
    </div>
  );
}

/** What a monthly meeting holds in its hands: what was agreed, where it stands, why, and what comes next. */
export const standingPage: Route = {
  method: 'GET',
  path: '/objective',
  roles: everyRole,
  async answer(visit) {
    const { desk, words, field } = visit;
    const { read } = desk.store;
    const texts = words.objective;
    const [inForce, latest, isExample] = await Promise.all([
      objectiveInForce(read),
      latestObjectives(read),
      hasExample(read),
    ]);
    const objective = inForce && (await objectiveOf(read, inForce.id));
    const proposed = latest.filter((each) => stateOf(each) === 'proposed');
    const earlier = latest.filter((each) => ['superseded', 'withdrawn'].includes(stateOf(each)));
    return page(visit, {
      title: texts.title,
      section: 'objective',
      notice: field('done') === 'in-force' ? { text: texts.done['in-force'] } : null,
      children: (
        <>
          {isExample && <ExampleBanner visit={visit} />}
          <Others title={texts.waiting} of={proposed} visit={visit} />
          {objective ? (
            await InForce({ objective, visit })
          ) : (
            <>
              <p class="headline">{texts.none}</p>
              <p>{texts.noneHint}</p>
            </>
          )}
          <p class="propose">
            <a href="/objective/new">{texts.adopt}</a>
          </p>
          <Others title={texts.earlier} of={earlier} visit={visit} />
        </>
      ),
    });
  },
};
