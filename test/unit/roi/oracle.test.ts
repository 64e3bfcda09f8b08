import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Campaign, evaluateCampaign, type MetricId, type ReasonCode } from '../../../src/roi/index.ts';
import { arbitraryCampaign } from './arbitrary-campaign.ts';
import { agree, checkAgainst } from './oracle/agree.ts';
import { point } from './oracle/expected.ts';
import { type Answer, figures, flowsOf, moneyBy, stagesBy, tailOf } from './oracle/figures.ts';
import { happenedBy, ledgerOf, monthsOfOrders, payments } from './oracle/happened.ts';

vi.setConfig({ testTimeout: 120_000 });

/** `ROI_CAMPAIGNS=100000` runs more; the suite runs enough to notice a mistake. */
const campaigns = Number(process.env.ROI_CAMPAIGNS ?? 2000);

/** The model answers for nothing larger. */
const LIMIT = 1e15;

/** A margin whose ends cancel out is nothing but its last digits, of which nobody can say whether they are a gain. */
const hasMargin = ({ value }: Campaign): boolean =>
  typeof value.grossMargin === 'number' || Math.abs(point(value.grossMargin)) > 1e-12;

const forCampaigns = (numRuns: number, check: (campaign: Campaign) => void): void =>
  fc.assert(fc.property(arbitraryCampaign().filter(hasMargin), check), { numRuns });

/** Whether some customers stay for ever. */
const isEndless = (campaign: Campaign): boolean => happenedBy(campaign, null).paid === null;

const untilOf = ({ timing }: Campaign): number | null => timing?.months ?? null;

test('every metric is what the campaign comes to when it is counted month by month', () => {
  forCampaigns(campaigns, (campaign) => {
    const { metrics, months } = evaluateCampaign(campaign);
    expect(months).toBe(untilOf(campaign));
    const { cost, revenue } = moneyBy(campaign, months);
    const size = cost + Math.abs(revenue ?? 0);
    // Without months, what goes on for ever has no sum, even if it is nothing.
    if (months === null && isEndless(campaign)) {
      expect(metrics.revenue.reason).toBe('needs-a-horizon');
      expect(metrics.profit.reason).toBe('needs-a-horizon');
    }
    for (const [id, answer] of Object.entries(figures(campaign, months)) as [MetricId, Answer][]) {
      if (answer === undefined || Math.abs(answer ?? 0) > LIMIT) continue;
      checkAgainst(id, metrics[id].value, answer, size);
      expect(metrics[id].reason === null).toBe(answer !== null);
    }
  });
});

test('so are the stages, what each of them costs, the cash of every month, and what falls later', () => {
  forCampaigns(campaigns / 2, (campaign) => {
    const { stages, cash, metrics } = evaluateCampaign(campaign);
    for (const [at, expected] of stagesBy(campaign, untilOf(campaign)).entries()) {
      const { name, owner, count, costPer } = stages[at]!;
      expect({ name, owner }).toEqual({ name: expected.name, owner: expected.owner });
      checkAgainst(`${name}, counted`, count, expected.count);
      if (expected.costPer !== undefined && Math.abs(expected.costPer ?? 0) <= LIMIT)
        checkAgainst(`a cost of ${name}`, costPer.value, expected.costPer);
    }
    const flows = flowsOf(campaign);
    expect(cash === null).toBe(flows === null);
    if (!cash || !flows) return;
    expect(cash.months.map(({ month }) => month)).toEqual(flows.map((_, month) => month + 1));
    const { arrivals, costs } = ledgerOf(campaign, flows.length);
    const margin = point(campaign.value.grossMargin);
    let cumulative = 0;
    let backInBlack: number | null = 1;
    let moved = 0;
    let isClear = true;
    for (const [at, month] of cash.months.entries()) {
      const marketing = ['media', 'production', 'agency', 'tools'] as const;
      const spent = marketing.reduce((sum, kind) => sum + (costs[kind][at] ?? 0), 0);
      const size = month.revenue + month.marketingCost + month.salesCost;
      moved += size;
      cumulative += flows[at]!;
      checkAgainst('marketing', month.marketingCost, spent);
      checkAgainst('sales', month.salesCost, (costs.sales[at] ?? 0) + (costs.salesPerOpportunity[at] ?? 0));
      checkAgainst('net', month.net, flows[at]!, size);
      checkAgainst('goods', month.costOfGoods, month.revenue * (1 - margin), size);
      checkAgainst('cumulative', month.cumulative, cumulative, moved);
      for (const [name, series] of Object.entries(arrivals))
        checkAgainst(name, month.counts[name as keyof typeof arrivals]!, series[at] ?? 0);
      isClear &&= cumulative === 0 || Math.abs(cumulative) > 1e-9 * moved;
      if (cumulative < 0) backInBlack = null;
      else backInBlack ??= at + 1;
    }
    if (isClear) expect(cash.breakEvenMonth).toBe(backInBlack);
    checkAgainst('exposure', cash.peakExposure, metrics.peakExposure.value, moved);
    const tail = tailOf(campaign);
    const all = moneyBy(campaign, null);
    checkAgainst('marketing later', cash.tail.marketingCost, tail.marketing, all.marketing);
    checkAgainst('sales later', cash.tail.salesCost, tail.sales, all.sales);
    checkAgainst('revenue later', cash.tail.revenue, tail.revenue, all.revenue ?? 0);
    if (tail.revenue !== null) {
      const net = tail.revenue * margin - tail.cost!;
      checkAgainst('net later', cash.tail.net, net, all.cost + all.revenue!);
    }
  });
});

test('the campaign within the months, and its tail, are together the campaign without timing', () => {
  forCampaigns(campaigns / 4, (campaign) => {
    const { cash, metrics, stages } = evaluateCampaign(campaign);
    if (!cash) return;
    const { timing: _, ...timeless } = campaign;
    const whole = evaluateCampaign(timeless);
    expect(cash.tail.revenue === null).toBe(tailOf(campaign).revenue === null);
    if (whole.metrics.revenue.reason !== 'needs-a-horizon') {
      expect(whole.metrics.revenue.reason).toBeNull();
      checkAgainst('revenue', metrics.revenue.value! + cash.tail.revenue!, whole.metrics.revenue.value);
      const size = whole.metrics.revenue.value! + moneyBy(campaign, null).cost;
      checkAgainst('profit', metrics.profit.value! + cash.tail.net!, whole.metrics.profit.value, size);
    }
    for (const [at, { name, count }] of stages.entries())
      checkAgainst(name, count + cash.tail.counts[name]!, whole.stages[at]!.count);
  });
});

/** Orders without churn for a horizon, looked at until the last of them is paid. */
test('without churn every customer has ordered for all of the horizon once everything has happened', () => {
  fc.assert(
    fc.property(arbitraryCampaign(), fc.integer({ min: 0, max: 24 }), (any, horizon) => {
      const { churn: _, ...value } = any.value;
      const months = 12 + 8 * 6 + 6 + horizon;
      const campaign: Campaign = {
        ...any,
        value: { ...value, horizon },
        timing: { ...any.timing, months },
      };
      const { metrics, stages, cash } = evaluateCampaign(campaign);
      const customers = stages.at(-1)!.count;
      const { averageSale, grossMargin, ordersPerCustomer = 1 } = campaign.value;
      const a = point(averageSale) * point(ordersPerCustomer);
      const brought = customers * a * horizon;
      checkAgainst('revenue', metrics.revenue.value, brought);
      const { cost } = moneyBy(campaign, months);
      checkAgainst('profit', metrics.profit.value, brought * point(grossMargin) - cost, brought + cost);
      checkAgainst('revenue later', cash!.tail.revenue, 0, brought);
    }),
    { numRuns: Math.ceil(campaigns / 10) },
  );
});

test('with churn a campaign tends to customers times LTV as more months are looked at, from below', () => {
  fc.assert(
    fc.property(arbitraryCampaign(), fc.integer({ min: 5, max: 95 }), (any, percent) => {
      const { horizon: _, ...value } = any.value;
      const of = (months: number): Campaign => ({
        ...any,
        costs: { media: any.costs.media },
        value: { ...value, grossMargin: 0.5, churn: percent / 100 },
        timing: { ...any.timing, costs: {}, months },
      });
      const brought = (months: number) => {
        const { metrics } = evaluateCampaign(of(months));
        return metrics.revenue.value! * 0.5;
      };
      const { metrics, stages } = evaluateCampaign(of(900));
      const inTheEnd = stages.at(-1)!.count * metrics.lifetimeValue.value!;
      const [soon, later, late] = [brought(12), brought(48), brought(900)] as const;
      expect(soon).toBeLessThanOrEqual(later * (1 + 1e-9));
      expect(later).toBeLessThanOrEqual(late * (1 + 1e-9));
      checkAgainst('in the end', late, inTheEnd);
    }),
    { numRuns: Math.ceil(campaigns / 20) },
  );
});

/** The oracle's one sum in closed form, against its own loops. */
test("a customer's months of orders are the loop's, whatever the horizon", () => {
  const share = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(share, fc.option(fc.integer({ min: 0, max: 480 }), { nil: undefined }), (churn, tenths) => {
      const horizon = tenths === undefined ? undefined : tenths / 10;
      const one: Campaign = {
        costs: { media: 0 },
        funnel: [{ name: 'customers', volume: 1 }],
        value: { averageSale: 1, grossMargin: 1, churn, ...(horizon !== undefined && { horizon }) },
      };
      const looped = payments(one, [1], 5000, churn).reduce((sum, each) => sum + each, 0);
      expect(agree(looped, monthsOfOrders(churn, horizon)!)).toBe(true);
    }),
  );
});

test('what never breaks even says so, unless it does once everything has happened', () => {
  const said = new Map<ReasonCode, number>();
  forCampaigns(campaigns, (campaign) => {
    const { timing } = campaign;
    if (!timing) return;
    const { metrics } = evaluateCampaign(campaign);
    const within = figures(campaign, timing.months);
    const whole = figures({ ...campaign }, null);
    const endless = isEndless(campaign);
    const { averageSale, grossMargin, ordersPerCustomer = 1 } = campaign.value;
    const leavesAny = point(averageSale) * point(grossMargin) * point(ordersPerCustomer) > 0;
    const winsAny = (happenedBy(campaign, timing.months).counts.customers ?? 0) > 0;
    for (const id of ['breakEvenCustomers', 'breakEvenSpend'] as const) {
      if (within[id] !== null || (whole[id] === undefined && !endless) || !winsAny) continue;
      if (!['never-breaks-even', 'not-within-months'].includes(metrics[id].reason!)) continue;
      const never = endless ? !leavesAny : whole[id] === null;
      const expected = never ? 'never-breaks-even' : 'not-within-months';
      expect({ id, reason: metrics[id].reason }).toEqual({ id, reason: expected });
      said.set(expected, (said.get(expected) ?? 0) + 1);
    }
    if (within.payback === null) {
      const { cost, revenue } = moneyBy(campaign, null);
      const net = revenue === null ? null : revenue * point(campaign.value.grossMargin) - cost;
      if (net === null || Math.abs(net) < 1e-9 * cost) return;
      const expected = net >= 0 ? 'not-within-months' : 'never-pays-back';
      expect(metrics.payback.reason).toBe(expected);
      said.set(expected, (said.get(expected) ?? 0) + 1);
    }
  });
  for (const reason of ['never-breaks-even', 'not-within-months', 'never-pays-back'] as const)
    expect(said.get(reason) ?? 0).toBeGreaterThan(0);
});

test('a rate of return is one at which the months are worth nothing', () => {
  let found = 0;
  forCampaigns(campaigns / 4, (campaign) => {
    const flows = flowsOf(campaign);
    const { irr } = evaluateCampaign(campaign).metrics;
    // A yearly rate next to -1 has lost the digits of the month's.
    if (!flows || irr.value === null || irr.value < -0.999) return;
    found++;
    let worth = 0;
    let size = 0;
    // Whichever end keeps the powers small.
    const grow = (1 + irr.value) ** (1 / 12);
    for (const [month, flow] of flows.entries()) {
      const power = grow >= 1 ? grow ** -month : grow ** (flows.length - 1 - month);
      worth += flow * power;
      size += Math.abs(flow) * power;
    }
    expect(Math.abs(worth)).toBeLessThanOrEqual(1e-6 * size);
  });
  expect(found).toBeGreaterThan(0);
});
