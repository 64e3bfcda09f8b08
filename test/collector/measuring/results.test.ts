import { describe, expect, it } from 'vitest';
import { actualsOf } from '../../../collector/measuring/actuals-of.ts';
import { cohortsOf, isStillOpen } from '../../../collector/measuring/cohorts-of.ts';
import { type Grouping, groupings } from '../../../collector/measuring/grouping.ts';
import type { ResultRow } from '../../../collector/measuring/result-row.ts';
import { mostRows, type Results, resultsOf } from '../../../collector/measuring/results-of.ts';
import { typicalCycle } from '../../../collector/measuring/typical-cycle.ts';
import { type NewPerson, spendKinds } from '../../../collector/store/tables.ts';
import {
  type Drawn,
  type DrawnSpend,
  drawnResults,
  keepDrawn,
  personMeasured,
} from '../../support/drawn-results.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const now = new Date('2026-11-16T09:30:00.000Z');
const spans = [
  { from: '2025-12-01', until: '2026-12-01' },
  { from: '2026-02-01', until: '2026-06-01' },
];

const middle = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

const total = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

/** What rows of one kind of cost come to by then: a month holds its days, and a running one counts by those it has had. */
function amountOf(rows: readonly DrawnSpend[]): number | null {
  const ofMonth = (row: DrawnSpend) => JSON.stringify([row.day.slice(0, 7), row.source, row.campaign]);
  const months = [...new Set(rows.map(ofMonth))].map((month) => {
    const those = rows.filter((row) => ofMonth(row) === month);
    const isRunning = those[0]!.day.startsWith('2026-11');
    const whole = total(those.filter(({ day }) => day.length === 7).map(({ amount }) => amount)) ?? 0;
    const days = total(those.filter(({ day }) => day.length > 7).map(({ amount }) => amount)) ?? 0;
    return Math.max(isRunning ? (whole * 15) / 30 : whole, days);
  });
  return total(months);
}

/** One row, counted by hand of those that belong to it. */
function counted(
  { people, spend, tallies }: Drawn,
  { from, until }: (typeof spans)[number],
  belongs: {
    person: ((person: NewPerson) => boolean) | null;
    spend: (row: DrawnSpend) => boolean;
    tally: (row: Drawn['tallies'][number]) => boolean;
  },
) {
  const end = until > now.toISOString() ? now.toISOString() : `${until}T00:00:00.000Z`;
  const today = now.toISOString().slice(0, 10);
  const inTime = ({ day }: { day: string }) => {
    const first = day.length === 7 ? `${day}-01` : day;
    return first >= from && first < until && first <= today;
  };
  const had = (at: string | null) => at !== null && at < end;
  const those = people.filter(
    (person) =>
      person.asked_at !== null && person.asked_at >= from && had(person.asked_at) && belongs.person?.(person),
  );
  const won = those.filter(({ customer_at }) => had(customer_at));
  const events = (event: string) =>
    total(
      tallies
        .filter((row) => row.event === event && inTime(row) && belongs.tally(row))
        .map(({ number }) => number),
    );
  const visits = events('view');
  const none = visits === null ? null : 0;
  return {
    people: belongs.person && {
      leads: those.length,
      hot: those.filter(({ hot_at }) => had(hot_at)).length,
      opportunities: those.filter(({ opportunity_at }) => had(opportunity_at)).length,
      customers: won.length,
      revenue: total(won.map(({ revenue }) => revenue)),
      priced: won.filter(({ revenue }) => revenue !== null).length,
      contactMinutes: middle(
        those.flatMap(({ hot_at, contact_minutes }) =>
          had(hot_at) && contact_minutes !== null ? contact_minutes : [],
        ),
      ),
    },
    visits,
    starts: events('start') ?? none,
    ctas: events('cta') ?? none,
    costs: Object.fromEntries(
      spendKinds.map((kind) => [
        kind,
        amountOf(spend.filter((row) => row.kind === kind && inTime(row) && belongs.spend(row))),
      ]),
    ),
  };
}

/** What belongs to a row of these results, said in the words of the rows and not of the code. */
function belongsTo({ kind, name }: ResultRow, by: Grouping): Parameters<typeof counted>[2] {
  const isNone = kind === 'unassigned';
  const person = {
    source: (each: NewPerson) => each.first_source === name,
    campaign: (each: NewPerson) => each.first_campaign === name,
    form: (each: NewPerson) => each.first_form === name,
    month: (each: NewPerson) => each.asked_at!.startsWith(name),
  }[by];
  return {
    person: isNone ? null : person,
    spend: {
      source: (row: DrawnSpend) => (isNone ? row.source === '' : name !== '' && row.source === name),
      campaign: (row: DrawnSpend) => (isNone ? row.campaign === '' : name !== '' && row.campaign === name),
      form: () => isNone,
      month: (row: DrawnSpend) => row.day.startsWith(name),
    }[by],
    tally: {
      source: () => isNone,
      campaign: (row: Drawn['tallies'][number]) => !isNone && row.campaign === name,
      form: (row: Drawn['tallies'][number]) =>
        isNone
          ? row.form === '' || row.event === 'cta'
          : name !== '' && row.form === name && row.event !== 'cta',
      month: (row: Drawn['tallies'][number]) => row.day.startsWith(name),
    }[by],
  };
}

const close = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'number' ? Number(each.toFixed(6)) : each));

const figuresOf = ({ kind: _, name: __, ...figures }: ResultRow) => close(figures);

/** A form's row says nothing of calls to action, and a row that is no row of people nothing of them. */
function oracle(row: ResultRow, by: Grouping, ...rest: [Drawn, (typeof spans)[number]]) {
  const figures = counted(...rest, belongsTo(row, by));
  return close(by === 'form' && row.kind !== 'unassigned' ? { ...figures, ctas: null } : figures);
}

function expectSums({ rows, total: all }: Results): void {
  for (const what of ['visits', 'starts', 'ctas'] as const)
    expect(total(rows.map((row) => row[what])), what).toBe(all[what]);
  for (const kind of spendKinds) {
    const sum = total(rows.map(({ costs }) => costs[kind]));
    if (all.costs[kind] === null) expect(sum, kind).toBeNull();
    else expect(sum, kind).toBeCloseTo(all.costs[kind], 6);
  }
  for (const what of ['leads', 'hot', 'opportunities', 'customers', 'priced', 'revenue'] as const)
    expect(total(rows.map(({ people }) => people?.[what] ?? null)) ?? 0, what).toBe(all.people[what] ?? 0);
}

describe('results', () => {
  onEachStore((open) => {
    it('are in each row what one counts by hand, sum up, and sum up to what happened', async () => {
      for (const seed of [1, 2, 3]) {
        const store = await open();
        const drawn = drawnResults(seed, now, 160);
        await keepDrawn(store, drawn);
        for (const span of spans)
          for (const by of groupings) {
            const results = await resultsOf(store.read, by, span, now);
            expect(results.rows.length).toBeGreaterThan(2);
            for (const row of results.rows)
              expect(figuresOf(row), `${by} ${row.kind} ${row.name}`).toEqual(oracle(row, by, drawn, span));
            expectSums(results);
            const all = { person: () => true, spend: () => true, tally: () => true };
            expect(figuresOf(results.total)).toEqual(close(counted(drawn, span, all)));
            const actuals = await actualsOf(store.read, { ...span, campaigns: [] }, now);
            const { people, visits, costs } = results.total;
            const { leads, opportunities, customers, revenue, priced } = people;
            expect(close({ leads, opportunities, customers, revenue, priced, visits, costs })).toEqual(
              close({
                leads: actuals.leads,
                opportunities: actuals.opportunities,
                customers: actuals.customers,
                revenue: actuals.revenue,
                priced: actuals.priced,
                visits: actuals.visits,
                costs: actuals.costs,
              }),
            );
          }
      }
    });

    it('of nothing are nothing', async () => {
      const store = await open();
      for (const by of groupings) {
        const { rows, total: all } = await resultsOf(store.read, by, spans[0]!, now);
        expect(rows).toEqual([]);
        expect(all.people).toMatchObject({ leads: 0, revenue: null, contactMinutes: null });
        expect([all.visits, all.costs.media]).toEqual([null, null]);
      }
    });

    it('tell small names together where there are many, and who costs money always by name', async () => {
      const store = await open();
      const people = Array.from({ length: 70 }, (_, at) =>
        personMeasured(at, {
          asked_at: '2026-10-02T10:00:00.000Z',
          hot_at: '2026-10-02T11:00:00.000Z',
          contact_minutes: at,
          // Two of each of the first ones, so that they weigh more.
          first_source: `s${at % 35}`,
        }),
      );
      const spent = { day: '2026-10-01', campaign: '', kind: 'media' as const };
      await keepDrawn(store, { people, spend: [{ ...spent, source: 'nobody-came', amount: 5 }] });
      const results = await resultsOf(store.read, 'source', spans[0]!, now);
      expect(results.rows[0]).toMatchObject({
        name: 'nobody-came',
        costs: { media: 5 },
        people: { leads: 0 },
      });
      expect(results.rows.filter(({ kind }) => kind === 'named')).toHaveLength(mostRows);
      expect(results.folded).toBe(36 - mostRows);
      const named = new Set(results.rows.map(({ name }) => name));
      const others = people.filter(({ first_source }) => !named.has(first_source));
      expect(results.rows.find(({ kind }) => kind === 'others')!.people).toMatchObject({
        leads: others.length,
        contactMinutes: middle(others.map(({ contact_minutes }) => contact_minutes!)),
      });
      expectSums(results);
    });
  });
});

/** The moment so many months after another. Where a month has no such day, the next one's first is meant. */
function monthsAfterMoment(moment: string, months: number): string {
  const at = new Date(moment);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + months, at.getUTCDate()];
  const isDay = day <= new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return isDay
    ? new Date(Date.UTC(year, month, day) + (at.getTime() % 86_400_000)).toISOString()
    : new Date(Date.UTC(year, month + 1, 1)).toISOString();
}

describe('cohorts', () => {
  onEachStore((open) => {
    it('say how many of a month came to a stage within their own so many months, or that it is too early', async () => {
      const store = await open();
      const span = { from: '2025-06-01', until: '2026-12-01' };
      const { people } = drawnResults(7, now, 300);
      const edges = [
        ['2026-01-31T10:00:00.000Z', '2026-02-28T23:00:00.000Z'],
        ['2026-01-31T10:00:00.000Z', '2026-03-01T00:00:00.000Z'],
        ['2026-03-15T10:00:00.000Z', '2026-04-15T09:59:59.999Z'],
        ['2026-03-15T10:00:00.000Z', '2026-04-15T10:00:00.000Z'],
      ] as const;
      people.push(
        ...edges.map(([asked_at, customer_at], at) =>
          personMeasured(1_000 + at, { asked_at, customer_at, opportunity_at: asked_at }),
        ),
      );
      await keepDrawn(store, { people });
      const { rows } = await resultsOf(store.read, 'month', span, now);
      const leads = new Map(rows.map(({ name, people: those }) => [name, those!.leads]));
      const cohorts = await cohortsOf(store.read, leads, span, now);
      const columns = { opportunities: 'opportunity_at', customers: 'customer_at' } as const;
      expect(cohorts.of).toHaveLength(18);
      for (const { month, leads: came, reached } of cohorts.of) {
        const those = people.filter(
          ({ asked_at }) => asked_at?.startsWith(month) && asked_at < now.toISOString(),
        );
        expect(came).toBe(those.length);
        const endOfMonth = monthsAfterMoment(`${month}-01T00:00:00.000Z`, 1);
        for (const [stage, column] of Object.entries(columns) as ['customers', 'customer_at'][])
          expect(reached[stage], `${month} ${stage}`).toEqual(
            cohorts.within.map((months) =>
              monthsAfterMoment(endOfMonth, months) > now.toISOString()
                ? null
                : those.filter(
                    (person) =>
                      person[column] && person[column] < monthsAfterMoment(person.asked_at!, months),
                  ).length,
            ),
          );
      }
      const [october, november] = cohorts.of.slice(-2);
      for (const { reached } of [october!, november!])
        expect(reached.customers.every((count) => count === null)).toBe(true);
    });

    it('know the typical time from the request to the customer, and by it which months are still open', async () => {
      const store = await open();
      expect(await typicalCycle(store.read, spans[0]!, now)).toBeNull();
      const { people } = drawnResults(11, now, 200);
      await keepDrawn(store, { people });
      const dayOf = (moment: string): number => Date.parse(moment.slice(0, 10)) / 86_400_000;
      const days = people.flatMap(({ asked_at, customer_at }) =>
        asked_at && customer_at && customer_at < now.toISOString()
          ? dayOf(customer_at) - dayOf(asked_at)
          : [],
      );
      expect(days.length).toBeGreaterThan(10);
      expect(await typicalCycle(store.read, spans[0]!, now)).toBe(middle(days));
      expect(isStillOpen('2026-10', 16, now)).toBe(true);
      expect(isStillOpen('2026-10', 15, now)).toBe(false);
      expect(isStillOpen('2026-11', 0, now)).toBe(true);
      expect(isStillOpen('2026-11', null, now)).toBe(false);
    });
  });
});
