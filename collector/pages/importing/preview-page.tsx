import type { ComponentChildren, JSX } from 'preact';
import type { Counts, Fate, FileResult } from '../../importing/counts.ts';
import type { OutcomeResult } from '../../importing/outcome-file.ts';
import type { RefusedRow } from '../../importing/read-row.ts';
import type { SpendResult } from '../../importing/spend-file.ts';
import type { Upload } from '../../store/tables.ts';
import { page } from '../page.tsx';
import { Terms } from '../parts/terms.tsx';
import type { SignedIn } from '../route.ts';
import { type Formats, formatsOf } from './formats.ts';

interface Shown {
  visit: SignedIn;
  formats: Formats;
}

/** Rows that are shown as they are read, and refusals that are. */
const [mostRows, mostRefusals] = [20, 50];

/** What comes of the rows, counted. What there is none of is left out, but for what was refused. */
export const countTerms = (
  counts: Omit<Counts, 'total'>,
  refused: number,
  { visit, formats }: Shown,
): [string, ComponentChildren][] => {
  const { columns } = visit.words.importing;
  return [
    ...(['added', 'changed', 'same', 'newer'] as const)
      .filter((fate) => counts[fate] > 0)
      .map((fate): [string, string] => [columns[fate], formats.count(counts[fate])]),
    [columns.refused, formats.count(refused)],
  ];
};

/** What the file says itself that it comes to, held against what was read. */
function ownTotals({ read, amount }: SpendResult, { visit, formats }: Shown): [string, string][] {
  const texts = visit.words.importing;
  return read.totals.map(({ label, amount: own }) => {
    const name = texts.ownTotal(label);
    if (own === null) return [name, texts.noTotal];
    const difference = Math.round((own - amount) * 100) / 100;
    return [
      name,
      difference === 0
        ? texts.sameTotal(formats.money(own))
        : texts.otherTotal(formats.money(own), formats.money(Math.abs(difference))),
    ];
  });
}

const isSpend = (result: SpendResult | OutcomeResult): result is SpendResult => 'totals' in result.read;

function Table({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: string[];
  rows: ComponentChildren[][];
}): JSX.Element {
  return (
    <section class="scrolls" aria-label={caption} tabindex={0}>
      <table class="cells">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={`${row} ${cells[0]}`}>
              {cells.map((cell, at) => (
                <td key={head[at]} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The first rows as they are read, each with what comes of it. */
function TakenRows({
  result,
  visit,
  formats,
}: { result: SpendResult | OutcomeResult } & Shown): JSX.Element | null {
  const { importing: texts, person } = visit.words;
  const { fields, fates } = texts;
  const fateOf = (line: number): string => fates[result.fates.get(line) as Fate];
  const count = (value: number | null): string => (value === null ? '' : formats.count(value));
  const taken: ComponentChildren[][] = isSpend(result)
    ? result.read.rows
        .slice(0, mostRows)
        .map((row) => [
          row.line,
          formats.day(row.day),
          row.source,
          row.campaign,
          texts.spendKinds[row.kind],
          formats.money(row.amount),
          count(row.impressions),
          count(row.clicks),
          fateOf(row.line),
        ])
    : result.read.rows
        .filter(({ row }) => result.fates.has(row.line))
        .slice(0, mostRows)
        .map(({ row, person: who, stage, day, revenue, reason }) => [
          row.line,
          who,
          person.stages[stage],
          formats.day(day),
          revenue === null ? '' : formats.money(revenue),
          reason,
          fateOf(row.line),
        ]);
  if (taken.length === 0) return null;
  const named = isSpend(result)
    ? (['day', 'source', 'campaign', 'kind', 'amount', 'impressions', 'clicks'] as const)
    : (['person', 'stage', 'day', 'revenue', 'reason'] as const);
  return (
    <Table
      caption={texts.takenRows(taken.length, formats.count(taken.length))}
      head={[texts.line, ...named.map((name) => fields[name]), texts.fate]}
      rows={taken}
    />
  );
}

/** Each refused row with its line, and of each of its cells that are wrong what was expected. */
function RefusedRows({
  refused,
  visit,
  formats,
}: { refused: readonly RefusedRow[] } & Shown): JSX.Element | null {
  const texts = visit.words.importing;
  if (refused.length === 0) return null;
  const cells = refused
    .slice(0, mostRefusals)
    .flatMap(({ line, problems }) =>
      problems.map(({ field, column, value, problem }) => [
        line,
        column || texts.fields[field],
        value || texts.empty,
        texts.rowProblems[problem],
      ]),
    );
  return (
    <>
      {refused.length > mostRefusals && (
        <p>{texts.firstRefused(formats.count(mostRefusals), formats.count(refused.length))}</p>
      )}
      <Table
        caption={texts.refusedTitle}
        head={[texts.line, texts.column, texts.value, texts.expected]}
        rows={cells}
      />
    </>
  );
}

/** What was chosen, handed on to the next press. */
async function Chosen({ visit }: Pick<Shown, 'visit'>): Promise<JSX.Element> {
  const posted = await visit.c.req.parseBody({ all: true });
  return (
    <>
      {Object.keys(posted)
        .filter((name) => name !== 'do')
        .map((name) => (
          <input type="hidden" key={name} name={name} value={visit.field(name)} />
        ))}
    </>
  );
}

/** What would come of a file, before anything is written. */
export async function previewPage(
  visit: SignedIn,
  upload: Upload,
  result: SpendResult | OutcomeResult,
): Promise<Response> {
  const texts = visit.words.importing;
  const formats = formatsOf(visit);
  const shown = { visit, formats };
  const { counts, refused }: FileResult = result;
  const { leftOut } = result.read;
  const taken = counts.total - refused.length;
  const skipped = isSpend(result) ? 0 : result.read.skipped;
  return page(visit, {
    title: texts.previewTitle,
    section: 'imports',
    children: (
      <>
        <p>
          <strong dir="auto">{upload.file}</strong> · {texts.kinds[upload.kind]}
        </p>
        <p class="headline">
          {texts.counted(counts.total, formats.count(counts.total))} {texts.nothingYet}
        </p>
        <Terms
          className="halves counted"
          of={[
            ...countTerms(counts, refused.length, shown),
            [texts.amount[upload.kind], formats.money(result.amount)],
            ...(isSpend(result) ? ownTotals(result, shown) : []),
            [texts.leftOut, leftOut > 0 && texts.leftOutHint(formats.count(leftOut))],
            [texts.skipped, skipped > 0 && formats.count(skipped)],
          ]}
        />
        {counts.newer > 0 && <p>{texts.newerHint}</p>}
        <form method="post" action={`/imports/${upload.kind}/${upload.id}`}>
          {await Chosen({ visit })}
          {taken === 0 && <p>{texts.noneTaken}</p>}
          <p class="buttons">
            {taken > 0 && (
              <button type="submit" name="do" value="import" class="primary">
                {texts.import}
              </button>
            )}
            <button type="submit" name="do" value="change">
              {texts.change}
            </button>
          </p>
        </form>
        <TakenRows result={result} {...shown} />
        <RefusedRows refused={refused} {...shown} />
      </>
    ),
  });
}
