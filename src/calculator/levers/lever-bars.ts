import type { Owner } from '../../roi/campaign/campaign.ts';
import type { LeverId } from '../../roi/goal/lever.ts';
import type { LeverRanking, RankedLever } from '../../roi/goal/rank-levers.ts';
import { scale } from '../scale.ts';

/** One end of a bar: the lever there, and what becomes of the figure. Places in percent of the width. */
interface BarEnd {
  lever: number;
  figure: number;
  at: number;
}

export interface LeverBar {
  lever: LeverId;
  owner: Owner;
  /** Whether it was moved over its own range, or by a step that is the same for all. */
  basis: RankedLever['basis'];
  swing: number;
  /** The lower figure first, wherever the lever stands for it. */
  ends: [BarEnd, BarEnd];
}

/** The bars of a tornado on one common scale, widest first; levers without an answer at one end have none. */
export function leverBars({ levers, value }: LeverRanking): {
  bars: LeverBar[];
  now: number | null;
  zero: number | null;
} {
  const moved = levers.filter(({ swing }) => swing !== null);
  const figures = moved.flatMap(({ atLow, atHigh }) => [atLow!, atHigh!]);
  if (value !== null) figures.push(value);
  const place = scale(figures, 0);
  const bars = moved.map(({ lever, owner, basis, interval, atLow, atHigh, swing }): LeverBar => {
    const low = { lever: interval.low, figure: atLow!, at: place(atLow!) };
    const high = { lever: interval.high, figure: atHigh!, at: place(atHigh!) };
    return {
      lever,
      owner,
      basis,
      swing: swing!,
      ends: low.figure <= high.figure ? [low, high] : [high, low],
    };
  });
  const isWithin = Math.min(...figures) < 0 && Math.max(...figures) > 0;
  return { bars, now: value === null ? null : place(value), zero: isWithin ? place(0) : null };
}
