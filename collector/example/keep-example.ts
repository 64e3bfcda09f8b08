import { shareOfMonth } from '../agreeing/month.ts';
import type { Desk } from '../desk.ts';
import { keepLeads } from '../receiving/keep-leads.ts';
import { bodyDigest } from '../receiving/received-lead.ts';
import { writeSetting } from '../store/setting.ts';
import type { Change } from '../store/store.ts';
import { changePerson } from '../working/change-person.ts';
import { type Move, moves } from '../working/moves.ts';
import { keepObjective } from './example-objective.ts';
import { type ExampleLead, type ExampleMove, exampleCampaigns, exampleQuarter } from './example-quarter.ts';
import { sameDraws } from './same-draws.ts';

/** The accounts that have done what was done. */
export interface ExampleTeam {
  marketing: number;
  sales: number;
}

/** Milliseconds */
const dayLength = 86_400_000;

/** Makes one move of the example, as if somebody had pressed its button then. */
async function makeMove(
  change: Change,
  person: number,
  { move: name, stage = 'lead', text = '', revenue, dueIn = 0 }: ExampleMove,
  by: number,
  { now, today }: { now: Date; today: Date },
): Promise<void> {
  const move: Move = moves[name];
  const day = new Date(today.getTime() + dueIn * dayLength).toISOString().slice(0, 10);
  const filled: Record<string, string> = { stage, reason: text, note: text, step: text, day };
  const read = move.read(
    { text: (field) => filled[field] ?? '', amount: () => revenue ?? null },
    { id: by, role: 'admin', at: now.toISOString() },
  );
  if (!read.ok)
    throw new Error(`The example makes a move that is none: ${name} ${JSON.stringify(read.problems)}`);
  await changePerson(change, {
    person,
    kind: move.kind,
    text: read.text,
    by,
    now,
    to: read.to,
    isQuiet: true,
  });
}

async function keepLead(
  change: Change,
  { envelope, daysAgo, confirms, moves: made }: ExampleLead,
  desk: Desk,
  team: ExampleTeam,
) {
  const today = desk.now();
  const asked = new Date(today.getTime() - daysAgo * dayLength);
  await keepLeads(change, [{ envelope, digest: bodyDigest(envelope) }], {
    secret: desk.secret,
    now: asked,
    isQuiet: true,
  });
  const person = await change
    .selectFrom('persons')
    .innerJoin('requests', 'requests.person_id', 'persons.id')
    .selectAll('persons')
    .where('requests.id', '=', envelope.id)
    .executeTakeFirstOrThrow();
  const marketing = person.marketing === 'asked' && confirms ? 'confirmed' : person.marketing;
  await change.updateTable('persons').set({ example: 1, marketing }).where('id', '=', person.id).execute();
  const isOfSales = ({ stage, move }: ExampleMove) =>
    person.team === 'sales' ||
    ['sql', 'opportunity', 'customer'].includes(stage ?? '') ||
    move === 'next-step';
  for (const move of made) {
    // Sales gives nobody back whom it never had.
    if (move.move === 'give-back' && person.team !== 'sales') continue;
    const now = new Date(asked.getTime() + move.days * dayLength);
    await makeMove(change, person.id, move, isOfSales(move) ? team.sales : team.marketing, { now, today });
  }
}

/** How often what is counted happens for each view of a page, and with which form. */
const counted = [
  { event: 'view', form: 'offer', share: 0.8 },
  { event: 'view', form: 'callback', share: 0.2 },
  { event: 'start', form: 'offer', share: 0.8 / 12 },
  { event: 'start', form: 'callback', share: 0.2 / 9 },
  // A call to action belongs to the page.
  { event: 'cta', form: '', share: 1 / 6 },
] as const;

/** What a tool costs in a month, whichever campaign it is for. */
const tools = 240;

/** Counts and spend of three months, by campaign. */
async function keepFigures(change: Change, now: Date): Promise<void> {
  const months = [2, 1, 0].map(
    (back) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)),
  );
  /** How much of a month has passed: what is counted comes day by day. */
  const hadOf = (month: Date): number => (month === months.at(-1) ? shareOfMonth(now) : 1);
  await change
    .insertInto('spend')
    .values(
      months.flatMap((month) => {
        const known = { day: month.toISOString().slice(0, 7), impressions: null, example: 1 as const };
        return [
          ...exampleCampaigns.map(({ campaign, source, spend, share, views }) => ({
            ...known,
            source,
            campaign,
            kind: 'media' as const,
            amount: spend,
            clicks: Math.round(133 * share * views * 0.9),
          })),
          { ...known, source: '', campaign: '', kind: 'tools' as const, amount: tools, clicks: null },
        ];
      }),
    )
    .execute();
  await change
    .insertInto('tallies')
    .values(
      months.flatMap((month) =>
        exampleCampaigns.flatMap(({ campaign, share, views }) =>
          counted.map(({ event, form, share: ofViews }) => ({
            day: month.toISOString().slice(0, 10),
            form,
            campaign,
            event,
            number: Math.round(133 * share * views * ofViews * hadOf(month)),
            example: 1 as const,
          })),
        ),
      ),
    )
    .execute();
}

/**
 * Fills the database with a made-up quarter, plainly marked, to show what the collector does. Nobody is told of it.
 */
export const keepExample = (desk: Desk, team: ExampleTeam, count = 400): Promise<void> =>
  desk.store.change(async (change) => {
    for (const lead of exampleQuarter(sameDraws(2026), desk.now(), count))
      await keepLead(change, lead, desk, team);
    await keepFigures(change, desk.now());
    await keepObjective(change, team, desk.settings.currency, desk.now());
    await writeSetting(change, 'example', { at: desk.now().toISOString() });
  });
