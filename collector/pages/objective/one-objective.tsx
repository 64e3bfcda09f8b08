import type { JSX } from 'preact';
import { agree, agreesFor, stateOf, withdraw } from '../../agreeing/agree.ts';
import type { AgreedObjective } from '../../agreeing/objective-in-force.ts';
import { objectiveOf } from '../../agreeing/objectives.ts';
import { Refusal } from '../../refusal.ts';
import { type Team, teams } from '../../store/tables.ts';
import { type Notice, page } from '../page.tsx';
import { plannerFor } from '../parts/planner-for.ts';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { Deliveries, Guessed, Sentence } from './agreed-parts.tsx';
import { figuresOf } from './figures.ts';
import { Signatures } from './signatures.tsx';

const path = '/objective/:id';

const idOf = ({ c }: SignedIn): number => {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
};

/** What somebody can say to a proposal: nothing that would be refused. */
function Answer({ objective, visit }: { objective: AgreedObjective; visit: SignedIn }): JSX.Element {
  const { words, account } = visit;
  const texts = words.objective;
  const { marketing_by, sales_by, proposed_by, id } = objective;
  const hasSigned = marketing_by === account.id || sales_by === account.id;
  const open = agreesFor(account.role).filter(
    (team) => !hasSigned && (team === 'marketing' ? marketing_by : sales_by) === null,
  );
  const mayWithdraw = proposed_by === account.id || account.role === 'admin';
  return (
    <section class="answer">
      <h2>{texts.answer}</h2>
      <p>
        {texts.twoPeople} {texts.replaces}
      </p>
      <form method="post" action={`/objective/${id}`} class="buttons">
        {open.map((team) => (
          <button key={team} type="submit" name="do" value={team} class="primary">
            {texts.agreeFor[team]}
          </button>
        ))}
        {mayWithdraw && (
          <button type="submit" name="do" value="withdraw" class="danger">
            {texts.withdraw}
          </button>
        )}
      </form>
    </section>
  );
}

async function show(visit: SignedIn, trouble: string | null = null): Promise<Response> {
  const { desk, words, field, c } = visit;
  const texts = words.objective;
  const objective = await objectiveOf(desk.store.read, idOf(visit));
  if (!objective) throw new Refusal('not-found');
  const figures = figuresOf(visit);
  const planner = plannerFor(visit);
  const { agreed, starts_on } = objective;
  const state = stateOf(objective);
  const done = c.req.method === 'GET' ? field('done') : '';
  const said = Object.hasOwn(texts.done, done) ? { text: texts.done[done as keyof typeof texts.done] } : null;
  const notice: Notice | null = trouble ? { text: trouble, isTrouble: true } : said;
  const shown = { agreed, startsOn: starts_on, visit, figures };
  return page(
    visit,
    {
      title: objective.name,
      section: 'objective',
      notice,
      children: (
        <>
          <p class="quiet">
            <a href="/objective">{texts.title}</a> · {texts.states[state]}
          </p>
          <Sentence {...shown} />
          <Signatures objective={objective} visit={visit} figures={figures} />
          {state === 'proposed' && <Guessed {...shown} />}
          {state === 'proposed' && <Answer objective={objective} visit={visit} />}
          <Deliveries {...shown} />
          {agreed.scenario !== null && (
            <details>
              <summary>{texts.openPlan}</summary>
              {planner ? (
                <p>
                  <a href={`${planner}#${agreed.scenario}`}>{texts.openInPlanner}</a>
                </p>
              ) : (
                <>
                  <p class="quiet">{texts.openPlanHint}</p>
                  <p>
                    <code>#{agreed.scenario}</code>
                  </p>
                </>
              )}
            </details>
          )}
        </>
      ),
    },
    trouble ? 422 : 200,
  );
}

export const objectivePage: Route = { method: 'GET', path, roles: everyRole, answer: (visit) => show(visit) };

export const objectivePress: Route = {
  method: 'POST',
  path,
  roles: everyRole,
  async answer(visit) {
    const { c, desk, account, words, field } = visit;
    const { refused } = words.objective;
    const [id, pressed] = [idOf(visit), field('do')];
    if (pressed !== 'withdraw' && !teams.includes(pressed as Team)) return show(visit, refused.unknown);
    const came = await desk.store.change((change) =>
      pressed === 'withdraw'
        ? withdraw(change, id, account, desk.now())
        : agree(change, id, pressed as Team, account, desk.now()),
    );
    if (Object.hasOwn(refused, came)) return show(visit, refused[came as keyof typeof refused]);
    desk.log({ event: 'objective-answered', what: came, objective: id, by: account.id });
    return c.redirect(
      came === 'in-force' ? '/objective?done=in-force' : `/objective/${id}?done=${came}`,
      303,
    );
  },
};
