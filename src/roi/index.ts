/**
 * unisono/roi: pure maths of campaigns. Rates are fractions, money is in major currency units, time in months.
 * No DOM, no clock, no randomness that is not handed in. An answer that does not exist is null with a reason.
 */
export { cagr } from './cagr.ts';
export type * from './campaign.ts';
export type { CashFlow } from './campaign-months.ts';
export type { CashCurve, CashMonth } from './cash-curve.ts';
export { type CheckOptions, checkCampaign } from './check-campaign.ts';
export {
  createSimulation,
  type Simulation,
  type SimulationOptions,
  type SimulationResult,
} from './create-simulation.ts';
export { cacPayback, customerLifetimeValue, lifetimeValue } from './customer-value.ts';
export type { DatedFlow } from './dated-flow.ts';
export { discountedPaybackPeriod } from './discounted-payback-period.ts';
export { type Evaluation, evaluateCampaign } from './evaluate-campaign.ts';
export { evaluateMetrics, type Metrics } from './evaluate-metrics.ts';
export { explainVariance, type Variance } from './explain-variance.ts';
export type { Terms } from './formula.ts';
export type { FunnelStage } from './funnel-stages.ts';
export type { Binding, Delivery, Goal, GoalPlan } from './goal.ts';
export { InputError, type Problem, type ProblemCode } from './input-error.ts';
export { irr } from './irr.ts';
export type { LeverId } from './lever.ts';
export type { Measure } from './measure.ts';
export type { Metric, MetricDefinition, MetricGroup, MetricUnit, Outcome, RoiDefinition } from './metric.ts';
export { everyMetric, type MetricId } from './metrics/every-metric.ts';
export * as metrics from './metrics/index.ts';
export { mirr } from './mirr.ts';
export { monthlyRate, yearlyRate } from './monthly-rate.ts';
export { npv } from './npv.ts';
export { costOwners, defaultOwner, stageOwners } from './owner.ts';
export { paybackPeriod } from './payback-period.ts';
export type { Percentiles } from './percentiles.ts';
export { planForGoal } from './plan-for-goal.ts';
export { type LeverRanking, type RankedLever, rankLevers } from './rank-levers.ts';
export type { RatesOfReturn } from './rates-of-return.ts';
export type { ReasonCode } from './reason.ts';
export { incrementalRoi, roas, roiOnMargin, roiOnRevenue, roiOnTotalCost } from './returns.ts';
export { simulate } from './simulate.ts';
export { breakEvenRoas, breakEvenUnits, maximumCostPerLead, targetRoas } from './thresholds.ts';
export type { VariancePart } from './variance-parts.ts';
export { xirr } from './xirr.ts';
export { xnpv } from './xnpv.ts';
