import type { Owner, StageName } from '../campaign/campaign.ts';
import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import type { CampaignTerms } from './campaign-terms.ts';
import { type Outcome, outcome } from './outcome.ts';

/** One stage of the funnel: how many, out of how many, at what cost, and whose it is. */
export interface FunnelStage {
  name: StageName;
  owner: Owner;
  /** Unrounded. */
  count: number;
  /** Fraction of the stage before; null for the first. */
  rate: number | null;
  /** Currency units for each one who gets here, and the numbers behind it. */
  costPer: Outcome & { formula: string };
}

/** What has been spent for one who gets here: media up to the visit, all marketing from the lead on, all for a customer. */
const costUntil: Partial<Record<StageName, string>> = {
  impressions: 'adSpend',
  clicks: 'adSpend',
  visits: 'adSpend',
  customers: 'cost',
};

/** The stages of a funnel in order. Their costs agree with CPC, CPL, cost per MQL and SQL, and CAC. */
export function funnelStages({ stages }: ExpectedCampaign, terms: CampaignTerms): FunnelStage[] {
  return stages.map(({ name, owner, rate }, index) => {
    const formula = `${costUntil[name] ?? 'marketingCost'} / ${name}`;
    return {
      name,
      owner,
      count: terms[name] ?? 0,
      rate: index === 0 ? null : rate,
      costPer: { formula, ...outcome({ formula }, terms) },
    };
  });
}
