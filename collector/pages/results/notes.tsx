import type { JSX } from 'preact';
import type { AgreedObjective } from '../../agreeing/objective-in-force.ts';
import { costOf } from '../../measuring/costs-by.ts';
import { endOf } from '../../measuring/span.ts';
import { spendKinds } from '../../store/tables.ts';
import { daysText, type Shown } from './told.ts';

/** Which ROI is shown, in one sentence. */
export function Definition({
  meant,
  visit,
  figures,
}: Pick<Shown, 'meant' | 'visit' | 'figures'>): JSX.Element {
  const { roi } = visit.words.results;
  const { definition, margin, objective } = meant;
  const name = figures.messages.definitions[definition];
  const formula = roi[definition](margin === null ? '' : figures.format.figure(margin, 'fraction'));
  return objective ? (
    <p>
      {roi.pinned(name, formula)} <a href={`/objective/${objective.id}`}>{objective.name}</a>.
    </p>
  ) : (
    <p>{roi.none(name, formula)}</p>
  );
}

/** Costs that were planned and that nobody wrote down: without them the return looks better than it is. */
export function WithoutCosts({
  results,
  objective,
  visit,
  figures,
}: Pick<Shown, 'results' | 'visit' | 'figures'> & { objective: AgreedObjective | null }): JSX.Element | null {
  const planned = objective?.agreed.campaign.costs;
  const kinds = spendKinds.filter((kind) => planned?.[kind] && results.total.costs[kind] === null);
  if (kinds.length === 0 || costOf(results.total.costs) === null) return null;
  const named = kinds.map((kind) => figures.messages.inputs[kind]);
  return (
    <p>
      <strong>{visit.words.results.withoutCosts(new Intl.ListFormat(visit.language).format(named))}</strong>
    </p>
  );
}

/** How long it takes until somebody is won, so that a long way is not called a failure. */
export function Cycle({ cycle, results, visit }: Pick<Shown, 'cycle' | 'results' | 'visit'>): JSX.Element {
  const texts = visit.words.results;
  const means = results.by === 'month' ? texts.stillOpenMeans : texts.stillOpenElse;
  return <p>{cycle === null ? texts.cycleUnknown : `${texts.cycle(daysText(cycle, visit))} ${means}`}</p>;
}

/** What the figures hold and what they do not, each in a sentence: those alone that matter here. */
function notesOf({ results, lens, meant, visit, figures }: Shown): string[] {
  const { notes } = visit.words.results;
  const { by, span, rows, total } = results;
  const now = visit.desk.now();
  const end = endOf(span, now);
  const isRunning = end === now.toISOString();
  const lastDay = isRunning ? end : new Date(Date.parse(end) - 1).toISOString();
  const { people, costs } = total;
  const list = new Intl.ListFormat(visit.language);
  const named = (isKnown: boolean): string =>
    list.format(
      spendKinds
        .filter((kind) => (costs[kind] !== null) === isKnown)
        .map((kind) => figures.messages.inputs[kind]),
    );
  const has = (kind: (typeof rows)[number]['kind']): boolean => rows.some((row) => row.kind === kind);
  const isCostKnown = costOf(costs) !== null;
  const unknown = named(false);
  return [
    notes.people(figures.day(lastDay.slice(0, 10))),
    notes.terms[lens],
    notes.notMeasured,
    by === 'source' && lens === 'marketing' && notes.source,
    by === 'form' && notes.form,
    (by === 'source' || by === 'campaign') && has('unnamed') && notes.unnamed,
    has('unassigned') && notes.unassigned,
    isCostKnown ? notes.costs(named(true)) : notes.noCosts,
    isCostKnown && unknown && notes.costsMissing(unknown),
    isCostKnown && isRunning && notes.running,
    people.priced < people.customers &&
      notes.priced(figures.count(people.priced), figures.count(people.customers)),
    lens === 'sales' && meant.margin === null && notes.margin,
  ].filter((note): note is string => typeof note === 'string' && note !== '');
}

export const Notes = (props: Shown): JSX.Element => (
  <section class="notes">
    <h2>{props.visit.words.results.notesTitle}</h2>
    <ul>
      {notesOf(props).map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  </section>
);
