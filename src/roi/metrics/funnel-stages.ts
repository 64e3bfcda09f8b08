import type { Owner, StageName } from '../campaign/campaign.ts';
import { rateBetween, type Standing } from '../campaign/standing.ts';
import { campaignTerms } from './campaign-terms.ts';
import { type Outcome, outcome } from './outcome.ts';

/** One stage of the funnel: how many, out of how many, at what cost, and whose it is. */
export interface FunnelStage {
  name: StageName;
  owner: Owner;
  /** Unrounded. */
  count: number;
  /** Fraction of the stage before that has come so far, within the months looked at; null for the first. */
  rate: number | null;
  /**
   * Currency units for each one who gets here, and the numbers behind it: all that is spent up to and including those
   * who own the stage. Marketing's stages cost what marketing spends; from the first that sales works, sales counts, too.
   */
  costPer: Outcome & { formula: string };
}

/** The stages of a funnel in order. Their costs agree with CPL, cost per MQL and CAC. */
export function funnelStages(standing: Standing): FunnelStage[] {
  const { campaign, counts } = standing;
  const { marketingCost, cost } = campaignTerms(standing, ['marketingCost', 'cost']);
  let spent = 'marketingCost';
  return campaign.stages.map(({ name, owner }, index) => {
    if (owner !== 'marketing') spent = 'cost';
    const formula = `${spent} / ${name}`;
    const terms = { marketingCost: marketingCost!, cost: cost!, [name]: counts[index]! };
    return {
      name,
      owner,
      count: counts[index]! + 0,
      rate: index === 0 ? null : rateBetween(standing, campaign.stages[index - 1]!.name, name),
      costPer: { formula, ...outcome({ formula }, terms) },
    };
  });
}
