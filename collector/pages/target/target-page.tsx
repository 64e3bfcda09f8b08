import type { JSX } from 'preact';
import { type Scoring, scoringSchema } from 'unisono/schema';
import { objectiveInForce } from '../../agreeing/objective-in-force.ts';
import { hasExample } from '../../example/clear-example.ts';
import {
  type Adoption,
  adoptionInForce,
  adoptScoring,
  digestOf,
  takeBackScoring,
} from '../../learning/adopt-scoring.ts';
import { closedDeals, mostDeals } from '../../learning/closed-deals.ts';
import { type LearnedTarget, learnTarget } from '../../learning/learn-target.ts';
import { wonDeals } from '../../learning/won-deals.ts';
import type { Queries } from '../../store/store.ts';
import { teamScoring } from '../../working/scoring.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { type Notice, page } from '../page.tsx';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { AdoptedRules } from './adopted-rules.tsx';
import { Check, isAdvised, Verdict } from './check.tsx';
import { NextPlan } from './next-plan.tsx';
import { Profile } from './profile.tsx';
import { ProposedRules } from './proposed-rules.tsx';
import { signWords } from './sign-words.ts';
import { Signs } from './signs.tsx';
import { targetFigures } from './target-figures.ts';

/** What the deals say, in one sentence or two. */
function Headline({ learned, visit }: { learned: LearnedTarget; visit: SignedIn }): JSX.Element {
  const texts = visit.words.target;
  const { won, lost, missing, signs } = learned;
  const isEnough = missing.won + missing.lost === 0;
  const marks = signs.filter(({ isMark }) => isMark).length;
  const [said, hint] = !isEnough
    ? [texts.tooFew(won, lost), texts.missing(missing.won, missing.lost)]
    : marks === 0
      ? [texts.nothing(won, won + lost), texts.nothingHint]
      : [texts.found(won, won + lost, marks), ''];
  return (
    <>
      <p class="headline">{said}</p>
      {hint && <p>{hint}</p>}
      {won + lost >= mostDeals && <p class="quiet">{texts.newest(mostDeals)}</p>}
    </>
  );
}

async function nameOf(read: Queries, adoption: Adoption | null): Promise<string | null> {
  if (!adoption) return null;
  const account = await read
    .selectFrom('accounts')
    .select('name')
    .where('id', '=', adoption.by)
    .executeTakeFirst();
  return account?.name ?? null;
}

async function show(visit: SignedIn, trouble: string | null = null): Promise<Response> {
  const { desk, words, field, c } = visit;
  const texts = words.target;
  const { read } = desk.store;
  const [deals, inForce, adoption, objective, isExample] = await Promise.all([
    closedDeals(read),
    teamScoring(read),
    adoptionInForce(read),
    objectiveInForce(read),
    hasExample(read),
  ]);
  const learned = learnTarget(deals, inForce);
  const agreed = objective && {
    definition: objective.agreed.definition,
    grossMargin: objective.agreed.campaign.value?.grossMargin ?? null,
  };
  const [won, name] = await Promise.all([wonDeals(read, deals, agreed, desk.now()), nameOf(read, adoption)]);
  const isInForce = learned.scoring !== null && digestOf(learned.scoring) === digestOf(inForce);
  const figures = targetFigures(visit);
  const says = signWords(
    words,
    deals.toReversed().map(({ lead }) => lead),
  );
  const done = c.req.method === 'GET' ? field('done') : '';
  const said = Object.hasOwn(texts.done, done) ? { text: texts.done[done as keyof typeof texts.done] } : null;
  const notice: Notice | null = trouble ? { text: trouble, isTrouble: true } : said;
  const shown = { learned, visit, figures, says };
  return page(
    visit,
    {
      title: texts.title,
      section: 'target',
      notice,
      children: (
        <>
          {isExample && <ExampleBanner visit={visit} />}
          <Headline learned={learned} visit={visit} />
          {learned.scoring && !isInForce && <Verdict learned={learned} visit={visit} />}
          {adoption && <AdoptedRules adoption={adoption} name={name} visit={visit} />}
          {learned.scoring && <Profile {...shown} />}
          {learned.signs.length > 0 && <Signs {...shown} />}
          {learned.scoring && (
            <>
              <Check {...shown} isInForce={isInForce} />
              <ProposedRules
                proposed={learned.scoring}
                inForce={inForce}
                visit={visit}
                says={says}
                isAdvised={isAdvised(learned)}
              />
            </>
          )}
          <NextPlan won={won} visit={visit} figures={figures} />
        </>
      ),
    },
    trouble ? 422 : 200,
  );
}

const targetPage: Route = {
  method: 'GET',
  path: '/target',
  roles: everyRole,
  answer: (visit) => show(visit),
};

/** Rules as the page sent them along; `null` for what are none. */
function scoringIn(text: string): Scoring | null {
  try {
    const read = scoringSchema.safeParse(JSON.parse(text));
    return read.success && read.data.rules.length > 0 ? (read.data as Scoring) : null;
  } catch {
    return null;
  }
}

/** What was seen is what is adopted: the rules come with the press, and so does what they were compared with. */
const targetPress: Route = {
  method: 'POST',
  path: '/target',
  roles: ['admin'],
  async answer(visit) {
    const { c, desk, account, words, field } = visit;
    const { refused } = words.target;
    const pressed = field('do');
    const scoring = pressed === 'adopt' ? scoringIn(field('scoring')) : null;
    if (!scoring && pressed !== 'take-back') return show(visit, refused.unknown);
    const [now, seen] = [desk.now(), field('seen')];
    const came = await desk.store.change((change) =>
      scoring ? adoptScoring(change, { scoring, seen, by: account.id, now }) : takeBackScoring(change, now),
    );
    if (came === 'changed-since') return show(visit, refused[came]);
    desk.log({ event: 'scoring-changed', what: came, by: account.id });
    return c.redirect(`/target?done=${came}`, 303);
  },
};

/** Whom to look for next, by who was won and who was lost. */
export const targetRoutes: readonly Route[] = [targetPage, targetPress];
