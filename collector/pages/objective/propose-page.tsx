import type { JSX } from 'preact';
import { agree, propose } from '../../agreeing/agree.ts';
import { firstOfMonth, monthsAfter } from '../../agreeing/month.ts';
import { plannedObjective, type ReadPlan } from '../../agreeing/planned-objective.ts';
import { choicesOf } from '../../working/find-people.ts';
import { page } from '../page.tsx';
import { Field } from '../parts/field.tsx';
import { Terms } from '../parts/terms.tsx';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { Deliveries, Guessed, Sentence, spanText } from './agreed-parts.tsx';
import { figuresOf } from './figures.ts';

const path = '/objective/new';
const names = ['plan', 'name', 'start', 'campaigns'] as const;
type Name = (typeof names)[number];
type Problems = Partial<Record<Name, string>>;

const longest = 200;
const mostCampaigns = 50;

/** What was filled in, read. */
interface Filled {
  plan: ReadPlan & { ok: true };
  name: string;
  startsOn: string;
  campaigns: string[];
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

function planProblem(visit: SignedIn, read: ReadPlan & { ok: false }): string {
  const { problems } = visit.words.objective;
  if (read.problem !== 'unreachable') return problems.plan[read.problem];
  const figures = figuresOf(visit);
  const others = read.levers.map((lever) => figures.lever(lever, read.campaign)).join(', ');
  return `${problems.unreachable} ${others ? problems.wouldDo(others) : problems.noneWouldDo}`;
}

function readForm(visit: SignedIn): Filled | Problems {
  const { field, words, desk } = visit;
  const texts = words.objective.problems;
  const plan = plannedObjective(field('plan'), desk.settings.currency);
  const startsOn = firstOfMonth(field('start'));
  const [name, campaigns] = [field('name'), linesOf(field('campaigns'))];
  const isNamed = name !== '' && name.length <= longest;
  const areCampaigns = campaigns.length <= mostCampaigns && campaigns.every((each) => each.length <= longest);
  if (plan.ok && startsOn && isNamed && areCampaigns) return { plan, name, startsOn, campaigns };
  return {
    ...(!plan.ok && { plan: planProblem(visit, plan) }),
    ...(!isNamed && { name: texts.name }),
    ...(!startsOn && { start: texts.start }),
    ...(!areCampaigns && { campaigns: texts.campaigns }),
  };
}

const isFilled = (read: Filled | Problems): read is Filled => 'startsOn' in read;

async function Form({ visit, problems }: { visit: SignedIn; problems: Problems }): Promise<JSX.Element> {
  const { words, field, desk } = visit;
  const { fields, hints, preview } = words.objective;
  const { campaigns } = await choicesOf(desk.store.read);
  const known = campaigns.slice(0, 20).join(', ');
  const next = monthsAfter(`${desk.now().toISOString().slice(0, 7)}-01`, 1).slice(0, 7);
  const isPosted = visit.c.req.method === 'POST';
  return (
    <form method="post" action={path} class="fields">
      <Field name="plan" label={fields.plan} hint={hints.plan} error={problems.plan}>
        {(ties) => (
          <textarea {...ties} rows={6} spellcheck={false} autocomplete="off" required>
            {field('plan')}
          </textarea>
        )}
      </Field>
      <Field name="name" label={fields.name} hint={hints.name} error={problems.name}>
        {(ties) => <input {...ties} value={field('name')} autocomplete="off" required />}
      </Field>
      <Field name="start" label={fields.start} hint={hints.start} error={problems.start}>
        {(ties) => <input {...ties} type="month" value={isPosted ? field('start') : next} required />}
      </Field>
      <Field
        name="campaigns"
        label={fields.campaigns}
        hint={[hints.campaigns, known && hints.known(known)].filter(Boolean).join(' ')}
        error={problems.campaigns}
      >
        {(ties) => (
          <textarea {...ties} rows={3} spellcheck={false} autocomplete="off">
            {field('campaigns')}
          </textarea>
        )}
      </Field>
      <p class="buttons">
        <button type="submit" name="do" value="preview" class="primary">
          {preview}
        </button>
      </p>
    </form>
  );
}

async function showForm(visit: SignedIn, problems: Problems = {}): Promise<Response> {
  const texts = visit.words.objective;
  const isWrong = Object.keys(problems).length > 0;
  return page(
    visit,
    {
      title: texts.newTitle,
      section: 'objective',
      notice: isWrong ? { text: texts.notProposed, isTrouble: true } : null,
      children: await Form({ visit, problems }),
    },
    isWrong ? 422 : 200,
  );
}

/** What would be agreed, before anybody has. */
function showPreview(visit: SignedIn, { plan, name, startsOn, campaigns }: Filled): Response {
  const { words, field, account } = visit;
  const texts = words.objective;
  const figures = figuresOf(visit);
  const shown = { agreed: plan.agreed, startsOn, visit, figures };
  return page(visit, {
    title: texts.previewTitle,
    section: 'objective',
    children: (
      <>
        <Sentence {...shown} />
        <Guessed {...shown} />
        <Terms
          of={[
            [texts.fields.name, name],
            [texts.dates, spanText(startsOn, plan.months, visit, figures)],
            [texts.campaigns, campaigns.join(', ') || texts.allCampaigns],
            [texts.definition, figures.messages.definitions[plan.agreed.definition]],
          ]}
        />
        <Deliveries {...shown} />
        <p>{texts.twoPeople}</p>
        <form method="post" action={path}>
          {names.map((each) => (
            <input type="hidden" key={each} name={each} value={field(each)} />
          ))}
          <p class="buttons">
            {account.role !== 'admin' && (
              <button type="submit" name="do" value="propose-agree" class="primary">
                {texts.proposeAgree[account.role]}
              </button>
            )}
            <button
              type="submit"
              name="do"
              value="propose"
              class={account.role === 'admin' ? 'primary' : undefined}
            >
              {texts.propose}
            </button>
            <button type="submit" name="do" value="change">
              {texts.change}
            </button>
          </p>
        </form>
      </>
    ),
  });
}

export const proposePage: Route = {
  method: 'GET',
  path,
  roles: everyRole,
  answer: (visit) => showForm(visit),
};

export const proposePress: Route = {
  method: 'POST',
  path,
  roles: everyRole,
  async answer(visit) {
    const { c, desk, account, field } = visit;
    const pressed = field('do');
    if (pressed === 'change') return showForm(visit);
    const read = readForm(visit);
    if (!isFilled(read)) return showForm(visit, read);
    if (pressed !== 'propose' && pressed !== 'propose-agree') return showPreview(visit, read);
    const { plan, name, startsOn, campaigns } = read;
    const now = desk.now();
    const made = await desk.store.change(async (change) => {
      const id = await propose(
        change,
        {
          name,
          agreed: plan.agreed,
          starts_on: startsOn,
          ends_on: monthsAfter(startsOn, plan.months),
          campaigns,
        },
        account,
        now,
      );
      if (pressed === 'propose' || account.role === 'admin') return { id, done: 'proposed' };
      return { id, done: await agree(change, id, account.role, account, now) };
    });
    desk.log({ event: 'objective-proposed', objective: made.id, by: account.id });
    return c.redirect(`/objective/${made.id}?done=${made.done}`, 303);
  },
};
