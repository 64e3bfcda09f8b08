import { sameDraws } from '../collector/example/same-draws.ts';
import type { Deal } from '../collector/learning/deal.ts';
import { learnTarget } from '../collector/learning/learn-target.ts';
import { defaultScoring } from '../src/schema.ts';
import { consentTo } from '../test/support/envelope-builder.ts';
import { requestOf } from '../test/support/person-requests.ts';

/**
 * How often the target is right: on deals of which the truth is known, and on deals of which nothing is true.
 *
 *     npx tsx scripts/target-odds.ts [seeds]
 */
const seeds = Number(process.argv[2] ?? 200);

/** What makes a customer where something does, in log odds; each is true of three in ten people. */
const truth = { 'roof=flat': 1.6, 'budget=over-20k': 1.2 };

/** Log odds of somebody of whom neither is true: about one in five. */
const base = -1.4;

const budgets = ['under-1k', '1k-5k', '5k-20k', 'over-20k'] as const;

/** Deals in which twelve more questions were asked, and behaviour was looked at, that mean nothing. */
function dealsOf(seed: number, count: number, isTrue: boolean): Deal[] {
  const draw = sameDraws(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(draw() * of.length)]!;
  return Array.from({ length: count }, (_, id): Deal => {
    const isFlat = draw() < 0.3;
    const isRich = draw() < 0.3;
    const odds = base + (isFlat ? truth['roof=flat'] : 0) + (isRich ? truth['budget=over-20k'] : 0);
    const share = 1 / (1 + Math.exp(-(isTrue ? odds : base)));
    const at = new Date(Date.UTC(2026, 0, 1) + id * 3_600_000).toISOString();
    const lead = requestOf(`p${id}@a.example`, 'cold');
    const others = Array.from({ length: 12 }, (_, number) => ({
      name: `question-${number}`,
      label: `Question ${number}`,
      value: pick(['yes', 'no', 'perhaps']),
    }));
    return {
      id,
      lead: {
        ...lead,
        profile: {
          email: lead.profile.email,
          ...(draw() < 0.5 && { company: 'Somebody' }),
          buying: { budget: isRich ? 'over-20k' : pick(budgets.slice(0, 3)) },
          answers: [{ name: 'roof', label: 'Roof', value: isFlat ? 'flat' : 'pitched' }, ...others],
        },
        consents: draw() < 0.7 ? [consentTo('profiling')] : [],
        engagement: {
          pageViews: Math.ceil(6 * draw()),
          activeSeconds: Math.round(240 * draw()),
          ctaClicks: Math.floor(3 * draw()),
          calculations: Math.floor(3 * draw()),
        },
      },
      won: draw() < share,
      askedAt: at,
      decidedAt: at,
      revenue: null,
    };
  });
}

/** Pitched is flat the other way round, and so is any smaller budget. */
const isOfTruth = (when: string): boolean => /^(roof|budget)=/.test(when);

function tally(count: number, isTrue: boolean) {
  const seen = { both: 0, one: 0, none: 0, wrong: 0, better: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    const { signs, checks } = learnTarget(dealsOf(seed, count, isTrue), defaultScoring);
    const marks = signs.filter(({ isMark }) => isMark).map(({ when }) => when);
    const found = ['roof', 'budget'].filter((name) =>
      marks.some((when) => when.startsWith(`${name}=`)),
    ).length;
    seen[(['none', 'one', 'both'] as const)[found]!]++;
    if (marks.some((when) => !isTrue || !isOfTruth(when))) seen.wrong++;
    if ((checks.learned?.ranking?.low ?? 0) > 0.5) seen.better++;
  }
  return seen;
}

const percent = (count: number): string => `${((100 * count) / seeds).toFixed(1)}%`;

console.log(`Of ${seeds} teams each:\n`);
console.log(
  '| deals | what is true | both found | one | neither | names what is not so | better than a coin on later deals |',
);
console.log(
  '| ----: | ------------ | ---------: | --: | ------: | -------------------: | --------------------------------: |',
);
for (const count of [60, 150, 300, 600])
  for (const isTrue of [true, false]) {
    const { both, one, none, wrong, better } = tally(count, isTrue);
    const cells = isTrue
      ? [percent(both), percent(one), percent(none), percent(wrong), percent(better)]
      : ['', '', percent(seeds - wrong), percent(wrong), percent(better)];
    console.log(`| ${count} | ${isTrue ? 'two things' : 'nothing'} | ${cells.join(' | ')} |`);
  }
