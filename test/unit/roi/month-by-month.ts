import type { Campaign, Range, Rate, StageName } from '../../../src/roi/index.ts';

/** What has happened by the end of a month, counted person by month in plain loops: an oracle apart from the model. */
export interface Happened {
  counts: Partial<Record<StageName, number>>;
  /** Fraction of the costs that follow the spend. */
  spent: number;
  /** Customers, as far as they have paid. */
  paid: number;
}

const point = (range: Range) => (typeof range === 'number' ? range : range.likely);
const fraction = (rate: Rate) => (typeof rate === 'number' ? rate : rate.hits / rate.of);

const counted = new WeakMap<Campaign, Map<number, Happened>>();

/** Everything at once without timing; part of a month counts in proportion. Counted once for each campaign and month. */
export function happenedBy(campaign: Campaign, months: number): Happened {
  const known = counted.get(campaign) ?? new Map<number, Happened>();
  counted.set(campaign, known);
  const happened = known.get(months) ?? count(campaign, months);
  known.set(months, happened);
  return happened;
}

function count({ funnel, timing }: Campaign, months: number): Happened {
  const until = timing ? months : Number.POSITIVE_INFINITY;
  const spend = timing?.spend ?? [1];
  const all = spend.reduce((sum, weight) => sum + weight, 0);
  const passed = (month: number) => Math.min(1, Math.max(0, until - month));
  const happened: Happened = { counts: {}, spent: 0, paid: 0 };

  /** Some of those who came to a stage in a month, on to the next: each share of them after its delay. */
  function follow(stage: number, month: number, people: number): void {
    const { name, delay = [1] } = funnel[stage]!;
    const rate = stage === 0 ? 1 : fraction(funnel[stage]!.rate!);
    for (const [late, share] of delay.entries()) {
      const arrive = people * rate * share;
      happened.counts[name] = (happened.counts[name] ?? 0) + arrive * passed(month + late);
      if (stage + 1 < funnel.length) follow(stage + 1, month + late, arrive);
      else
        for (const [later, paid] of (timing?.collection ?? [1]).entries())
          happened.paid += arrive * paid * passed(month + late + later);
    }
  }
  for (const [month, weight] of spend.entries()) {
    happened.spent += (weight / all) * passed(month);
    follow(0, month, (funnel[0]!.volume! * weight) / all);
  }
  return happened;
}

/** Currency units by the end of a month: what is spent, and what customers are worth, as won and as paid. */
export function moneyBy(campaign: Campaign, months: number) {
  const { media, production = 0, agency = 0, tools = 0, sales = 0, salesPerOpportunity = 0 } = campaign.costs;
  const { averageSale, ordersPerCustomer = 1 } = campaign.value;
  const { counts, spent, paid } = happenedBy(campaign, months);
  const marketing =
    spent * [media, production, agency, tools].reduce<number>((sum, each) => sum + point(each), 0);
  const worked = (counts.opportunities ?? 0) * point(salesPerOpportunity);
  const each = point(averageSale) * point(ordersPerCustomer);
  return {
    adSpend: point(media) * spent,
    marketing,
    cost: marketing + point(sales) * spent + worked,
    won: counts.customers! * each,
    collected: paid * each,
  };
}
