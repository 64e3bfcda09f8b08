import { allowedScore, type Scoring, termsOf } from 'unisono/schema';
import type { Deal } from './deal.ts';
import { fisher } from './fisher.ts';
import { holm } from './holm.ts';
import { type Ranking, ranking } from './ranking.ts';
import { ridge } from './ridge.ts';
import { rulesFrom } from './rules-from.ts';
import { type Sign, signsIn, signsReader } from './signs.ts';
import { type Rate, wilson } from './wilson.ts';

/** So many deals have to be won, and so many lost, before anything is learned. */
export const fewestDeals = 10;

/** A sign is tested where so many deals carry it, and so many do not. */
export const fewestWithSign = 10;

/** What may be held for a mark though nothing is one, in so many of a hundred teams: for all looks together. */
const level = 0.05;

/** Log odds are drawn towards 0 as if by a normal guess of this variance beforehand. */
const penalty = 1;

/** How a sign went with being won, in the earlier deals. */
export interface SeenSign extends Sign {
  /** Other conditions that the very same deals fulfil: one look, and one mark. */
  sameAs: string[];
  /** `null` where no deal is such. */
  withIt: Rate | null;
  withoutIt: Rate | null;
  /** Deals of which nobody can know: behaviour that was not let be looked at. */
  unknown: number;
  /** Corrected for all looks; `null`: too few to say, and not tested. */
  probability: number | null;
  isMark: boolean;
}

/** What closed deals tell of whom to look for. */
export interface LearnedTarget {
  won: number;
  lost: number;
  /** How many more have to be won and lost; with any of these, nothing is learned. */
  missing: { won: number; lost: number };
  /** Deals that were learned from, and the later ones that it was checked on. */
  learnedOn: number;
  checkedOn: number;
  /** How many of those learned from were won; `null` where nothing was learned. */
  average: Rate | null;
  /** How many signs were tested: what the correction is for. */
  looks: number;
  signs: SeenSign[];
  /** `null` where nothing marks a customer. */
  scoring: Scoring | null;
  /** What rules are worth on the later deals; `null` where there are no rules, or nothing was learned. */
  checks: { learned: RulesCheck | null; inForce: RulesCheck | null };
}

/** What rules make of deals that they were not learned from. */
export interface RulesCheck {
  /** `null` where nothing was won, or nothing lost. */
  ranking: Ranking | null;
  /** How many would have been called hot, and how many of those were won; `null` where none would have been. */
  hot: Rate | null;
}

/** The earlier two thirds, and the later third. */
function parted(deals: readonly Deal[]): { earlier: Deal[]; later: Deal[] } {
  const inOrder = [...deals].sort(
    (one, other) => Date.parse(one.decidedAt) - Date.parse(other.decidedAt) || one.id - other.id,
  );
  const until = Math.ceil((inOrder.length * 2) / 3);
  return { earlier: inOrder.slice(0, until), later: inOrder.slice(until) };
}

const wonIn = (deals: readonly Deal[]) => deals.filter(({ won }) => won).length;

/** A sign, and whether each of the deals carries it. */
interface Carried extends Sign {
  sameAs: string[];
  /** The condition that all the other deals fulfil, if there is one: `no` where this is `yes`. */
  opposite: string | null;
  carried: (boolean | null)[];
}

interface Look extends Omit<SeenSign, 'probability' | 'isMark'>, Carried {
  /** Not corrected yet; `null`: too few to say. */
  chance: number | null;
}

/** What a sign asks about. */
const nameOf = (when: string): string => termsOf(when)![0]!.name;

/**
 * Signs that part the deals in the same way, as one: the first of them stands for all, for other numbers of the same,
 * and for its opposite.
 */
function oncePerDeals(signs: readonly Sign[], carried: readonly (boolean | null)[][]): Carried[] {
  const found = new Map<string, Carried>();
  signs.forEach((sign, at) => {
    const answers = carried.map((of) => of[at]!);
    const keyOf = (yes: boolean) => answers.map((one) => (one === null ? '?' : Number(one === yes))).join('');
    const [known, other] = [found.get(keyOf(true)), found.get(keyOf(false))];
    if (other) other.opposite ??= sign.when;
    else if (!known) found.set(keyOf(true), { ...sign, carried: answers, sameAs: [], opposite: null });
    else if (nameOf(known.when) !== nameOf(sign.when)) known.sameAs.push(sign.when);
  });
  return [...found.values()];
}

/** A sign as its opposite. What the very same deals fulfil besides is no word for the others. */
const turned = ({ opposite, when, carried, kind }: Carried): Carried => ({
  when: opposite!,
  kind,
  sameAs: [],
  opposite: when,
  carried: carried.map((answer) => (answer === null ? null : !answer)),
});

/** Of a sign and its opposite, the one that speaks for a lead is looked at. */
function lookAt(sign: Carried, deals: readonly Deal[]): Look {
  const look = lookAtOne(sign, deals);
  const isAgainst = (look.withIt?.rate ?? 0) < (look.withoutIt?.rate ?? 0);
  return isAgainst && sign.opposite !== null ? lookAtOne(turned(sign), deals) : look;
}

function lookAtOne(sign: Carried, deals: readonly Deal[]): Look {
  const { carried } = sign;
  const where = (answer: boolean) => deals.filter((_, at) => carried[at] === answer);
  const [having, others] = [where(true), where(false)];
  const [won, wonElse] = [wonIn(having), wonIn(others)];
  const isEnough = Math.min(having.length, others.length) >= fewestWithSign;
  return {
    ...sign,
    withIt: wilson(won, having.length),
    withoutIt: wilson(wonElse, others.length),
    unknown: deals.length - having.length - others.length,
    chance: isEnough ? fisher([won, having.length - won, wonElse, others.length - wonElse]) : null,
  };
}

/** Log odds of each mark beside the others. Who let nobody know counts as the average does. */
function weightsOf(marks: readonly Look[], deals: readonly Deal[]): number[] {
  const columns = marks.map(({ carried, withIt, withoutIt }) => {
    const average = withIt!.of / (withIt!.of + withoutIt!.of);
    return carried.map((answer) => (answer === null ? 0 : Number(answer) - average));
  });
  const rows = deals.map((_, at) => [1, ...columns.map((column) => column[at]!)]);
  return ridge(
    rows,
    deals.map(({ won }) => won),
    penalty,
  ).slice(1);
}

/** By the score as the team would have seen it; who objects to being scored is left out. */
function checkOf(scoring: Scoring | null, deals: readonly Deal[]): RulesCheck | null {
  if (!scoring) return null;
  const valued = deals.flatMap(({ lead, won }) => {
    const score = allowedScore(lead, scoring);
    return score ? [{ won, value: score.value }] : [];
  });
  const values = (answer: boolean) => valued.filter(({ won }) => won === answer).map(({ value }) => value);
  const hot = valued.filter(({ value }) => value >= scoring.hot);
  return {
    ranking: ranking(values(true), values(false)),
    hot: wilson(hot.filter(({ won }) => won).length, hot.length),
  };
}

/**
 * Learns what marks a customer on the earlier two thirds of the deals, and checks it on the later third. A sign is a
 * mark where Fisher's test, corrected by Holm for all signs that were tested, leaves less than 5 % to chance.
 * @param inForce the rules of today, to compare with; `null`: turned off
 */
export function learnTarget(deals: readonly Deal[], inForce: Scoring | null): LearnedTarget {
  const won = wonIn(deals);
  const lost = deals.length - won;
  const missing = { won: Math.max(0, fewestDeals - won), lost: Math.max(0, fewestDeals - lost) };
  const { earlier, later } = parted(deals);
  const isEnough = missing.won + missing.lost === 0;
  const signs = isEnough ? signsIn(earlier.map(({ lead }) => lead)) : [];
  const read = signsReader(signs);
  const carried = earlier.map(({ lead }) => read(lead));
  const looks = oncePerDeals(signs, carried).map((sign) => lookAt(sign, earlier));
  const tested = looks.filter(({ chance }) => chance !== null);
  const corrected = holm(tested.map(({ chance }) => chance!));
  const marks = tested.filter((_, at) => corrected[at]! < level);
  const scoring = rulesFrom(
    marks.map(({ when }) => when),
    weightsOf(marks, earlier),
    earlier,
  );
  return {
    won,
    lost,
    missing,
    learnedOn: isEnough ? earlier.length : 0,
    checkedOn: isEnough ? later.length : 0,
    average: isEnough ? wilson(wonIn(earlier), earlier.length) : null,
    looks: tested.length,
    signs: looks.map(({ carried: _, chance: __, opposite: ___, ...look }) => {
      const at = tested.findIndex(({ when }) => when === look.when);
      const probability = at < 0 ? null : corrected[at]!;
      return { ...look, probability, isMark: probability !== null && probability < level };
    }),
    scoring,
    checks: { learned: checkOf(scoring, later), inForce: isEnough ? checkOf(inForce, later) : null },
  };
}
