import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answerOf } from '../src/calculator/answer.ts';
import { answerSentence } from '../src/calculator/answer-sentence.ts';
import { wholeScenario } from '../src/calculator/whole-scenario.ts';
import { envelopeSchema } from '../src/contract/envelope-schema.ts';
import { judgeAnswer } from '../src/delivery/judge-answer.ts';
import { staleAfter } from '../src/delivery/outbox-record.ts';
import { outboxBytes, outboxLeads } from '../src/delivery/outbox-steps.ts';
import { longestWait, retryDelay } from '../src/delivery/retry-delay.ts';
import { draws } from '../src/elements/planner/range/forecast.ts';
import { formatter } from '../src/i18n/formatter.ts';
import { envelopeLimit } from '../src/lead/envelope.ts';
import { defaultScoring, scoreOf } from '../src/lead/score.ts';
import { spamOf } from '../src/lead/spam.ts';
import { calculator } from '../src/locales/en.ts';
import { fraction } from '../src/roi/campaign/mean.ts';
import { betaInterval } from '../src/roi/chance/beta-interval.ts';
import { betaOfCounts } from '../src/roi/chance/beta-of-counts.ts';
import { sureEnough } from '../src/roi/goal/goal-likelihood.ts';
import { leverStep } from '../src/roi/goal/rank-levers.ts';
import { breakEvenRoas, breakEvenRoasAllCosts } from '../src/roi/metrics/rows/thresholds.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
/** As a page writes it: 5%, or 3.4% and 7.0% where there is more to it. */
const percent = (fraction: number): string =>
  `${(100 * fraction).toFixed(Number.isInteger(Math.round(1e9 * fraction) / 1e7) ? 0 : 1)}%`;
const grouped = (value: number): string => value.toLocaleString('en');

/** Bytes that each script may weigh, compressed, by file name. */
export const budgets: Readonly<Record<string, number>> = JSON.parse(read('budgets.json'));

export const packageJson: {
  version: string;
  engines: { node: string };
  exports: Record<string, unknown>;
} = JSON.parse(read('package.json'));

/** What the calculator answers on arrival. */
function answerOnArrival(): string {
  const { roi } = answerOf(wholeScenario({}));
  return answerSentence(roi.margin, 'margin', calculator, formatter('en', 'EUR'));
}

/** The score of somebody whose every answer speaks for it. */
const highestScore = (): number =>
  scoreOf({
    profile: {
      email: 'ada@example.com',
      company: 'Rossi',
      phone: '+39',
      interests: ['quote'],
      message: 'Now',
      buying: { timeframe: 'now', budget: 'over-20k', frequency: 'weekly' },
    },
    engagement: { pageViews: 3, activeSeconds: 60, ctaClicks: 1, calculations: 1 },
  }).value;

const wait = (tries: number): string => {
  const seconds = retryDelay(tries, 1) / 1_000;
  return seconds < 60 ? `${seconds} s` : `${seconds / 60} min`;
};

/** How long a receiver is left alone that answers 429 and does not say for how long. */
function pauseOf429(): string {
  const answer = { status: 429, text: '', isWhole: true, retryAfter: null };
  const outcome = judgeAnswer(answer, { id: '' });
  if (!('retryAfter' in outcome)) throw new Error('A 429 is not tried again.');
  return `${outcome.retryAfter! / 1_000} s`;
}

/** The first whole second at which a press on the button is not too fast for a person. */
function personSeconds(): number {
  let seconds = 0;
  while (spamOf('', seconds * 1_000).signals.includes('too-fast')) seconds++;
  return seconds;
}

/** Every figure that a document says in its text, as the code has it. A document that is not here says none. */
export function documentFigures(): Record<string, string[]> {
  if (retryDelay(5, 1) !== longestWait || longestWait !== 3_600_000)
    throw new Error('The documents say that the longest wait is an hour.');
  const [low, high] = betaInterval(...betaOfCounts({ hits: 12, of: 240 }));
  return {
    'docs/model.md': [
      `${grouped(draws)} draws`,
      `moves by ${percent(leverStep)} either way`,
      `the amount that makes it ${percent(sureEnough)}`,
      `12 of 240, is planned with ${percent(fraction({ hits: 12, of: 240 }))}`,
      `between ${percent(low)} and ${percent(high)}`,
      `\`${breakEvenRoas.formula}\``,
      `\`${breakEvenRoasAllCosts.formula}\``,
    ],
    'README.md': [
      ...Object.values(budgets).map((bytes) => `| ${grouped(bytes)} bytes |`),
      `Node ${packageJson.engines.node.replace('>=', '')} or newer`,
      answerOnArrival().replace(/\.$/, ''),
      `After ${staleAfter / 86_400_000} days`,
    ],
    'docs/lead.md': [
      `version ${envelopeSchema.shape.version.value} of the contract`,
      `the sum counts up to ${highestScore()}`,
      `From ${defaultScoring.warm} points`,
      `from ${defaultScoring.hot} **hot**`,
      `within ${personSeconds()} seconds`,
      `within ${wait(1)}, then within ${wait(2)}, ${wait(3)}, ${wait(4)} and an hour`,
      `is left alone for ${pauseOf429()}`,
      `at most ${grouped(envelopeLimit)} bytes`,
      `up to ${grouped(outboxLeads)} of them or ${outboxBytes / 1_000_000} MB`,
      `After ${staleAfter / 86_400_000} days`,
    ],
    'docs/planning.md': [`${grouped(draws)} draws`],
  };
}

// Started by hand: `npx tsx scripts/document-figures.ts`.
if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, figures] of Object.entries(documentFigures()))
    for (const figure of figures) console.log(`${path}: ${figure}`);
