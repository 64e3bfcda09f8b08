import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import type { Answer } from './answer.ts';

/** What goes in against what comes back, as one definition of ROI counts them, in major units. */
export interface Balance {
  paid: number;
  back: number;
  /** What has to come back for a profit of nothing; null where no amount would be enough. */
  even: number | null;
  profit: number;
}

type Sides = (terms: Record<string, number>) => [paid: number, back: number];

const sides: Readonly<Record<RoiDefinition, Sides>> = {
  margin: ({ cost, revenue, margin }) => [cost!, revenue! * margin!],
  'total-cost': ({ cost, costOfGoods, revenue }) => [cost! + costOfGoods!, revenue!],
  revenue: ({ cost, revenue }) => [cost!, revenue!],
  roas: ({ adSpend, revenue }) => [adSpend!, revenue!],
};

/** Definitions that leave the goods out: as much revenue as was spent is no profit yet. */
const isBeforeGoods = (definition: RoiDefinition) => definition === 'revenue' || definition === 'roas';

/** The two sides of an answer, or null where there is none. Profit is what is left once goods and all costs are paid. */
export function balanceOf(
  { roi, figures }: Pick<Answer, 'roi' | 'figures'>,
  definition: RoiDefinition,
): Balance | null {
  const { value, terms } = roi[definition];
  const { profit } = figures;
  if (value === null || profit.value === null) return null;
  const [paid, back] = sides[definition](terms as Record<string, number>);
  const { cost, margin } = profit.terms as Record<string, number>;
  return {
    paid,
    back,
    even: isBeforeGoods(definition) ? (margin ? cost! / margin : null) : paid,
    profit: profit.value,
  };
}
