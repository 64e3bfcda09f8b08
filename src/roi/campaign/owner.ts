import type { CostKind, Owner, StageName } from './campaign.ts';

/** Who can own a stage or a cost, in the order of the funnel. */
export const owners = ['marketing', 'sales', 'shared'] as const satisfies readonly Owner[];

/** Every stage, widest first, with who answers for it unless the campaign says otherwise. */
export const stageOwners: Readonly<Record<StageName, Owner>> = {
  impressions: 'marketing',
  clicks: 'marketing',
  visits: 'marketing',
  leads: 'marketing',
  mql: 'marketing',
  sql: 'sales',
  opportunities: 'sales',
  customers: 'sales',
};

/** Whether a name is that of a stage. */
export const isStage = (name: string): name is StageName => Object.hasOwn(stageOwners, name);

/** Every kind of cost with who spends it. */
export const costOwners: Readonly<Record<CostKind, Owner>> = {
  media: 'marketing',
  production: 'marketing',
  agency: 'marketing',
  tools: 'marketing',
  sales: 'sales',
  salesPerOpportunity: 'sales',
};

/** Who answers for a stage unless the campaign says otherwise. */
export const defaultOwner = (stage: StageName): Owner => stageOwners[stage];
