import * as roi from '../../../src/roi/index.ts';
import { campaign } from './campaign-builder.ts';

type Answer = Record<string, number | number[] | null | undefined>;

const dated = ({ flows, dates }: { flows: number[]; dates: string[] }) =>
  flows.map((amount, i) => ({ date: dates[i]!, amount }));

/** How `unisono/roi` is asked each kind of published example; answers under the names that the examples use. */
export const answers: Record<string, (inputs: never) => Answer> = {
  npv: ({ rate, flows, firstPeriod }: { rate: number; flows: number[]; firstPeriod: number }) => ({
    npv: roi.npv(rate, flows, { firstPeriod }),
  }),
  irr: ({ flows }: { flows: number[] }) => ({ irr: roi.irr(flows).roots }),
  'irr-all': ({ flows }: { flows: number[] }) => ({ roots: roi.irr(flows).roots }),
  'irr-any': ({ flows }: { flows: number[] }) => ({ irr: roi.irr(flows).roots.at(-1) }),
  mirr: ({
    flows,
    financeRate,
    reinvestRate,
  }: Record<'financeRate' | 'reinvestRate', number> & { flows: number[] }) => ({
    mirr: roi.mirr(flows, financeRate, reinvestRate),
  }),
  xirr: (inputs: { flows: number[]; dates: string[] }) => ({ xirr: roi.xirr(dated(inputs)).roots }),
  xnpv: (inputs: { rate: number; flows: number[]; dates: string[] }) => ({
    xnpv: roi.xnpv(inputs.rate, dated(inputs)),
  }),
  payback: ({ flows }: { flows: number[] }) => ({ periods: roi.paybackPeriod(flows) }),
  'roi-total-cost': ({ revenue, cogs, adSpend }: Record<string, number>) => ({
    roi: roi.roiOnTotalCost({ revenue: revenue!, costOfGoods: cogs!, cost: adSpend! }),
  }),
  'roi-revenue': ({ revenue, cost }: Record<string, number>) => ({
    roi: roi.roiOnRevenue({ revenue: revenue!, cost: cost! }),
  }),
  'romi-margin': ({ grossProfit, spend }: Record<string, number>) => ({
    romi: roi.roiOnMargin({ revenue: grossProfit!, margin: 1, cost: spend! }),
  }),
  campaign: ({ revenue, spend, customers }: Record<string, number>) => {
    const { metrics } = roi.evaluateCampaign(
      campaign({
        costs: { media: spend! },
        funnel: [{ name: 'customers', volume: customers! }],
        value: { averageSale: revenue! / customers!, grossMargin: 1 },
      }),
    );
    const { roiRevenue, roas, cac, profit } = metrics;
    return { roi: roiRevenue.value, roas: roas.value, cac: cac.value, profit: profit.value };
  },
  'funnel-ppc-direct': ({ budget, cpc, cvr, aov }: Record<string, number>) => {
    const { metrics, stages } = roi.evaluateCampaign(
      campaign({
        costs: { media: budget! },
        funnel: [
          { name: 'clicks', volume: budget! / cpc! },
          { name: 'customers', rate: cvr! },
        ],
        value: { averageSale: aov!, grossMargin: 1 },
      }),
    );
    return {
      clicks: stages[0]?.count,
      conversions: stages[1]?.count,
      cpa: metrics.cac.value,
      revenue: metrics.revenue.value,
      roas: metrics.roas.value,
      profit: metrics.profit.value,
    };
  },
  'funnel-counts': (inputs: Record<string, number>) => {
    const { metrics, stages } = roi.evaluateCampaign(
      campaign({
        costs: { media: inputs.leads! * inputs.costPerLead! },
        funnel: (['leads', 'mql', 'sql', 'opportunities', 'customers'] as const).map((name) => {
          return { name, volume: inputs[name]! };
        }),
        value: { averageSale: inputs.avgDeal!, grossMargin: 1 },
      }),
    );
    const [, leadToMql, mqlToSql, sqlToOpp, oppToCustomer] = stages.map(({ rate }) => rate);
    return {
      leadToMql,
      mqlToSql,
      sqlToOpp,
      oppToCustomer,
      overall: metrics.breakEvenLeads.terms.leadToCustomer,
      revenue: metrics.revenue.value,
      cost: metrics.roiMargin.terms.cost,
      cac: metrics.cac.value,
      roi: metrics.roiRevenue.value,
    };
  },
  ratio: ({
    metric,
    numerator,
    denominator,
  }: {
    metric: 'cpl' | 'cpm';
    numerator: number;
    denominator: number;
  }) => {
    const name = metric === 'cpl' ? 'leads' : 'impressions';
    const asked = campaign({ costs: { media: numerator }, funnel: [{ name, volume: denominator }] });
    return { value: roi.evaluateCampaign(asked).metrics[metric].value };
  },
  'cost-stage': ({ spend, leads, rates }: { spend: number; leads: number; rates: number[] }) => {
    const asked = campaign({
      costs: { media: spend },
      funnel: [
        { name: 'leads', volume: leads },
        { name: 'mql', rate: rates[0]! },
      ],
    });
    return { costs: [roi.evaluateCampaign(asked).metrics.costPerMql.value!] };
  },
  'break-even-roas': ({ margin, targetProfit }: Record<string, number>) => ({
    breakEven: roi.breakEvenRoas(margin!),
    target: roi.targetRoas(margin!, targetProfit!),
  }),
  contribution: ({ netRevenue, contribution, ads }: Record<string, number>) => {
    const asked = campaign({
      costs: { media: ads! },
      funnel: [{ name: 'customers', volume: 1 }],
      value: { averageSale: netRevenue!, grossMargin: contribution! / netRevenue! },
    });
    const { profit, roas, breakEvenRoas } = roi.evaluateCampaign(asked).metrics;
    return { after: profit.value, roas: roas.value, breakEvenRoas: breakEvenRoas.value };
  },
  'ltv-churn': ({ arpa, margin, churn, cac }: Record<string, number>) => {
    const asked = campaign({
      costs: { media: cac! },
      funnel: [{ name: 'customers', volume: 1 }],
      value: { averageSale: arpa!, grossMargin: margin!, churn: churn! },
    });
    return {
      ltv: roi.lifetimeValue({ revenuePerPeriod: arpa!, margin: margin!, churn: churn! }),
      ratio: roi.evaluateCampaign(asked).metrics.ltvToCac.value,
    };
  },
  'cac-payback': ({ cac, arpa, margin }: Record<string, number>) => ({
    monthly: arpa! * margin!,
    months: roi.cacPayback({ cac: cac!, revenuePerPeriod: arpa!, margin: margin! }),
  }),
  'break-even-roas-all-costs': ({ orderValue, costOfGoods, adSpend, fees }: Record<string, number>) => {
    const asked = campaign({
      costs: { media: adSpend!, agency: fees! },
      funnel: [{ name: 'customers', volume: 1 }],
      value: { averageSale: orderValue!, grossMargin: 1 - costOfGoods! / orderValue! },
    });
    const breakEven = roi.evaluateCampaign(asked).metrics.breakEvenRoasAllCosts.value!;
    return { breakEven, revenue: breakEven * adSpend! };
  },
  'maximum-cpl': ({ spendable, leadToCustomer }: Record<string, number>) => {
    const asked = campaign({
      funnel: [
        { name: 'leads', volume: 100 },
        { name: 'customers', rate: leadToCustomer! },
      ],
      value: { averageSale: spendable!, grossMargin: 1 },
    });
    const { maximumCpl, maximumCplAllCosts } = roi.evaluateCampaign(asked).metrics;
    return {
      perLead: roi.maximumCostPerLead({ lifetimeValue: spendable!, leadToCustomer: leadToCustomer! }),
      // Without sales costs a campaign, with all costs or without, says the same.
      ofCampaign: maximumCpl.value,
      withAllCosts: maximumCplAllCosts.value,
    };
  },
  cohort: ({ customers, retention, margin, periods }: Record<string, number>) => {
    const asked = campaign({
      costs: { media: 0 },
      funnel: [{ name: 'customers', volume: customers! }],
      value: { averageSale: margin!, grossMargin: 1, churn: 1 - retention! },
      timing: { months: periods! },
    });
    const { cash, metrics } = roi.evaluateCampaign(asked);
    return {
      perPeriod: cash!.months.map(({ revenue }) => revenue),
      lifetimePeriods: metrics.lifetimeValue.value! / margin!,
    };
  },
};
