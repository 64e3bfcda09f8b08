import type { ExpectedCampaign } from '../../campaign/expected-campaign.ts';
import { type CashCurve, cashCurve } from '../../finance/cash-curve.ts';
import { compoundRate } from '../../finance/compound-rate.ts';
import { discountedPaybackPeriod } from '../../finance/discounted-payback-period.ts';
import { irr as ratesOfReturn } from '../../finance/irr.ts';
import { mirr as modifiedRate } from '../../finance/mirr.ts';
import { npv as presentValue } from '../../finance/npv.ts';
import { paybackPeriod } from '../../finance/payback-period.ts';
import type { MetricDefinition, Outcome } from '../metric.ts';
import type { ReasonCode } from '../reason.ts';

interface Months {
  curve: CashCurve;
  flows: number[];
  /** A month's discount rate. */
  discount: number;
}

/** An answer from the net cash of each month within the horizon, the first at t = 0. */
function fromMonths(
  answer: (months: Months) => number | null,
  whenNull: ReasonCode | ((months: Months) => ReasonCode) = 'out-of-range',
): (campaign: ExpectedCampaign) => Outcome {
  return (campaign) => {
    const curve = cashCurve(campaign);
    if (!curve) return { value: null, reason: 'needs-timing', terms: {} };
    const discount = compoundRate(campaign.timing?.discountRate ?? 0, 1 / 12);
    const months = { curve, flows: curve.months.map(({ net }) => net), discount };
    const value = months.flows.every((flow) => Math.abs(flow) <= 1e15) ? answer(months) : Number.NaN;
    const terms = { discount, months: curve.months.length };
    if (value !== null && Number.isFinite(value)) return { value: value + 0, reason: null, terms };
    if (value !== null) return { value: null, reason: 'out-of-range', terms };
    return { value, reason: typeof whenNull === 'string' ? whenNull : whenNull(months), terms };
  };
}

/** Currency units: the horizon's net cash at its value in the first month. */
export const npv = {
  id: 'npv',
  group: 'cash',
  unit: 'currency',
  formula: 'sum of net(t) / (1 + discount) ^ t',
  series: /* @__PURE__ */ fromMonths(({ flows, discount }) => presentValue(discount, flows)),
} as const satisfies MetricDefinition;

/** Fraction a year: the discount rate at which NPV is zero, where there is exactly one. */
export const irr = {
  id: 'irr',
  group: 'cash',
  unit: 'fraction',
  formula: 'the rate where sum of net(t) / (1 + rate) ^ t = 0',
  series: /* @__PURE__ */ fromMonths(
    ({ flows }) => {
      const { status, roots } = ratesOfReturn(flows);
      return status === 'one' ? compoundRate(roots[0]!, 12) : null;
    },
    ({ flows }) =>
      (({ none: 'no-rate-of-return', several: 'several-rates-of-return', one: 'out-of-range' }) as const)[
        ratesOfReturn(flows).status
      ],
  ),
} as const satisfies MetricDefinition;

/** Fraction a year: what the money put in grows by when what comes back earns the discount rate. */
export const mirr = {
  id: 'mirr',
  group: 'cash',
  unit: 'fraction',
  formula: '(future value of gains / present value of losses) ^ (1 / (months - 1)) - 1',
  series: /* @__PURE__ */ fromMonths(({ flows, discount }) => {
    const monthly = modifiedRate(flows, discount, discount);
    return monthly === null ? null : compoundRate(monthly, 12);
  }, 'no-rate-of-return'),
} as const satisfies MetricDefinition;

/** Months until the cash spent has come back, for good. */
export const payback = {
  id: 'payback',
  group: 'cash',
  unit: 'months',
  formula: 'the last month in which cumulative net cash turns non-negative',
  series: /* @__PURE__ */ fromMonths(({ flows }) => paybackPeriod(flows), 'never-pays-back'),
} as const satisfies MetricDefinition;

/** Months until the cash spent has come back for good, each month at its present value. */
export const discountedPayback = {
  id: 'discountedPayback',
  group: 'cash',
  unit: 'months',
  formula: 'the last month in which cumulative discounted net cash turns non-negative',
  series: /* @__PURE__ */ fromMonths(
    ({ flows, discount }) => discountedPaybackPeriod(discount, flows),
    'never-pays-back',
  ),
} as const satisfies MetricDefinition;

/** Currency units: the deepest the campaign is ever in the red. */
export const peakExposure = {
  id: 'peakExposure',
  group: 'cash',
  unit: 'currency',
  formula: 'the lowest cumulative net cash, as money to have ready',
  series: /* @__PURE__ */ fromMonths(({ curve }) => curve.peakExposure),
} as const satisfies MetricDefinition;
