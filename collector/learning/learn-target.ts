import { allowedScore, type Scoring } from 'unisono/schema';
import type { Deal } from './deal.ts';
import { fisher } from './fisher.ts';
import { holm } from './holm.ts';
import { type Ranking, ranking } from './ranking.ts';
import { ridge } from './ridge.ts';
import { rulesFrom } from './rules-from.ts';
import { carriedBy, type Sign, signsIn } from './signs.ts';
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
  /** How many signs were tested: what the correction is for. */
  looks: number;
  signs: SeenSign[];
  /** `null` where nothing marks a customer. */
  scoring: Scoring | null;
  /** On the later deals; `null` where nothing can be ranked. */
  ranking: { learned: Ranking | null; inForce: Ranking | null };
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

interface Look extends Omit<SeenSign, 'probability' | 'isMark'> {
  carried: (boolean | null)[];
  chance: number | null;
}

/** @param carried whether each of the deals carries it */
function lookAt(sign: Sign, carried: (boolean | null)[], deals: readonly Deal[]): Look {
  const where = (answer: boolean) => deals.filter((_, at) => carried[at] === answer);
  const [having, others] = [where(true), where(false)];
  const [won, wonElse] = [wonIn(having), wonIn(others)];
  const isEnough = Math.min(having.length, others.length) >= fewestWithSign;
  return {
    ...sign,
    carried,
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
function rankedBy(scoring: Scoring | null, deals: readonly Deal[]): Ranking | null {
  if (!scoring) return null;
  const valued = deals.flatMap(({ lead, won }) => {
    const score = allowedScore(lead, scoring);
    return score ? [{ won, value: score.value }] : [];
  });
  const values = (answer: boolean) => valued.filter(({ won }) => won === answer).map(({ value }) => value);
  return ranking(values(true), values(false));
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
  const carried = earlier.map(({ lead }) => carriedBy(lead, signs));
  const looks = signs.map((sign, at) =>
    lookAt(
      sign,
      carried.map((answers) => answers[at]!),
      earlier,
    ),
  );
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
    looks: tested.length,
    signs: looks.map(({ carried: _, chance: __, ...look }) => {
      const at = tested.findIndex(({ when }) => when === look.when);
      const probability = at < 0 ? null : corrected[at]!;
      return { ...look, probability, isMark: probability !== null && probability < level };
    }),
    scoring,
    ranking: { learned: rankedBy(scoring, later), inForce: isEnough ? rankedBy(inForce, later) : null },
  };
}
