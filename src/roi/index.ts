/**
 * unisono/roi: pure maths of campaigns. Rates are fractions, money is in major currency units, time in months.
 * No DOM, no clock, no randomness that is not handed in. An answer that does not exist is null with a reason.
 */

export type * from './campaign/campaign.ts';
export type { CashFlow, CashTail } from './campaign/campaign-months.ts';
export { campaignOfResults } from './campaign/campaign-of-results.ts';
export { type CheckOptions, checkCampaign } from './campaign/check/check-campaign.ts';
export { InputError, type Problem, type ProblemCode } from './campaign/check/input-error.ts';
export { costOwners, defaultOwner, stageOwners } from './campaign/owner.ts';
export {
  createSimulation,
  type Simulation,
  type SimulationOptions,
  type SimulationResult,
} from './chance/create-simulation.ts';
export type { Interval } from './chance/own-interval.ts';
export type { Percentiles } from './chance/percentiles.ts';
export { simulate } from './chance/simulate.ts';
export { cagr } from './finance/cagr.ts';
export type { CashCurve, CashMonth } from './finance/cash-curve.ts';
export type { DatedFlow } from './finance/dated-flow.ts';
export { discountedPaybackPeriod } from './finance/discounted-payback-period.ts';
export { irr } from './finance/irr.ts';
export { mirr } from './finance/mirr.ts';
export { monthlyRate, yearlyRate } from './finance/monthly-rate.ts';
export { npv } from './finance/npv.ts';
export { paybackPeriod } from './finance/payback-period.ts';
export type { RatesOfReturn } from './finance/rates-of-return.ts';
export { xirr } from './finance/xirr.ts';
export { xnpv } from './finance/xnpv.ts';
export type { Binding, Delivery, Goal, GoalPlan } from './goal/goal.ts';
export {
  createLikelihood,
  type GoalLikelihood,
  goalLikelihood,
  type LikelihoodTask,
} from './goal/goal-likelihood.ts';
export type { LeverId } from './goal/lever.ts';
export type { Measure } from './goal/measure.ts';
export { planForGoal } from './goal/plan-for-goal.ts';
export { type LeverRanking, leverStep, type RankedLever, rankLevers } from './goal/rank-levers.ts';
export { type Evaluation, evaluateCampaign } from './metrics/evaluate-campaign.ts';
export { evaluateMetrics, type Metrics } from './metrics/evaluate-metrics.ts';
export { everyMetric, type MetricId } from './metrics/every-metric.ts';
export type { Terms } from './metrics/formula.ts';
export type { FunnelStage } from './metrics/funnel-stages.ts';
export type { Metric, MetricDefinition, MetricGroup, MetricUnit } from './metrics/metric.ts';
export type { Outcome } from './metrics/outcome.ts';
export { breakEvenRoas, breakEvenUnits, maximumCostPerLead, targetRoas } from './metrics/plain/break-even.ts';
export { cacPayback, customerLifetimeValue, lifetimeValue } from './metrics/plain/customer-value.ts';
export {
  incrementalRoi,
  roas,
  roiOnMargin,
  roiOnRevenue,
  roiOnTotalCost,
} from './metrics/plain/return-on-spend.ts';
export type { ReasonCode } from './metrics/reason.ts';
export type { RoiDefinition } from './metrics/roi-definition.ts';
export * as metrics from './metrics/rows/index.ts';
export { explainVariance, type Variance } from './variance/explain-variance.ts';
export type { ComparedStage } from './variance/forecast.ts';
export type { VariancePart } from './variance/variance-parts.ts';
