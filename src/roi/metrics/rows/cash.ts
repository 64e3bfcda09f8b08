import type { ExpectedCampaign } from '../../campaign/expected-campaign.ts';
import { type CashCurve, cashCurve, isPaidBackLater } from '../../finance/cash-curve.ts';
import { compoundRate } from '../../finance/compound-rate.ts';
import { discountedPaybackPeriod } from '../../finance/discounted-payback-period.ts';
import { irr as ratesOfReturn } from '../../finance/irr.ts';
import { mirr as modifiedRate } from '../../finance/mirr.ts';
import { npv as presentValue } from '../../finance/npv.ts';
import { paybackPeriod } from '../../finance/payback-period.ts';
import type { MetricDefinition } from '../metric.ts';
import type { Outcome } from '../outcome.ts';
import type { ReasonCode } from '../reason.ts';

interface Months {
  campaign: ExpectedCampaign;
  curve: CashCurve;
  flows: number[];
  /** A month's discount rate. */
  discount: number;
}

/** An answer, or why there is none, from the net cash of each month within the horizon, the first at t = 0. */
function fromMonths(
  answer: (months: Months) => number | ReasonCode,
): (campaign: ExpectedCampaign) => Outcome {
  return (campaign) => {
    const curve = cashCurve(campaign);
    if (!curve) return { value: null, reason: 'needs-timing', terms: {} };
    const discount = compoundRate(campaign.timing?.discountRate ?? 0, 1 / 12);
    const flows = curve.months.map(({ net }) => net);
    const isWithin = flows.every((flow) => Math.abs(flow) <= 1e15);
    const found = isWithin ? answer({ campaign, curve, flows, discount }) : 'out-of-range';
    const terms = { discount, months: flows.length };
    if (typeof found === 'string') return { value: null, reason: found, terms };
    return Number.isFinite(found)
      ? { value: found + 0, reason: null, terms }
      : { value: null, reason: 'out-of-range', terms };
  };
}

/** Why a campaign that ends in the red has no payback. */
const whenPaidBack = ({ campaign, curve }: Months): ReasonCode =>
  isPaidBackLater(campaign, curve) ? 'not-within-months' : 'never-pays-back';

/** Whether each month has a value in the first one that the model answers for. */
const hasDiscounted = ({ months }: CashCurve): boolean =>
  months.every(({ discounted }) => discounted !== null && Math.abs(discounted) <= 1e15);

const base = { group: 'cash', unit: 'currency', better: 'higher' } as const;

/** Currency units: the horizon's net cash at its value in the first month. */
export const npv = {
  ...base,
  id: 'npv',
  formula: 'sum of net(t) / (1 + discount) ^ t',
  series: /* @__PURE__ */ fromMonths(
    ({ flows, discount }) => presentValue(discount, flows) ?? 'out-of-range',
  ),
} as const satisfies MetricDefinition;

/** Fraction a year: the discount rate at which NPV is zero, where there is exactly one. */
export const irr = {
  ...base,
  id: 'irr',
  unit: 'fraction',
  formula: 'the rate where sum of net(t) / (1 + rate) ^ t = 0',
  series: /* @__PURE__ */ fromMonths(({ flows }) => {
    const [rate, another] = ratesOfReturn(flows).roots;
    if (rate === undefined) return 'no-rate-of-return';
    return another === undefined ? compoundRate(rate, 12) : 'several-rates-of-return';
  }),
} as const satisfies MetricDefinition;

/** Fraction a year: what the money put in grows by when what comes back earns the discount rate. */
export const mirr = {
  ...base,
  id: 'mirr',
  unit: 'fraction',
  formula: '(future value of gains / present value of losses) ^ (1 / (months - 1)) - 1',
  series: /* @__PURE__ */ fromMonths(({ flows, discount }) => {
    const monthly = modifiedRate(flows, discount, discount);
    return monthly === null ? 'no-rate-of-return' : compoundRate(monthly, 12);
  }),
} as const satisfies MetricDefinition;

/** Months until the cash spent has come back, for good. */
export const payback = {
  ...base,
  id: 'payback',
  unit: 'months',
  better: 'lower',
  formula: 'the last month in which cumulative net cash turns non-negative',
  series: /* @__PURE__ */ fromMonths((asked) => paybackPeriod(asked.flows) ?? whenPaidBack(asked)),
} as const satisfies MetricDefinition;

/** Months until the cash spent has come back for good, each month at its present value. */
export const discountedPayback = {
  ...base,
  id: 'discountedPayback',
  unit: 'months',
  better: 'lower',
  formula: 'the last month in which cumulative discounted net cash turns non-negative',
  series: /* @__PURE__ */ fromMonths(
    (asked) =>
      discountedPaybackPeriod(asked.discount, asked.flows) ??
      (hasDiscounted(asked.curve) ? whenPaidBack(asked) : 'out-of-range'),
  ),
} as const satisfies MetricDefinition;

/** Currency units: the deepest the campaign is ever in the red. */
export const peakExposure = {
  ...base,
  id: 'peakExposure',
  better: 'lower',
  formula: 'the lowest cumulative net cash, as money to have ready',
  series: /* @__PURE__ */ fromMonths(({ curve }) => curve.peakExposure),
} as const satisfies MetricDefinition;

/** In the order a report shows them: the place to add the next. */
export default [npv, irr, mirr, payback, discountedPayback, peakExposure] as const;
