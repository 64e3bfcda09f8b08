import { type Separator, separators } from '../../importing/csv-rows.ts';
import { type DateStyle, dateStyles, readDay } from '../../importing/date-style.ts';
import { type Encoding, encodings } from '../../importing/decode-file.ts';
import { type FieldName, fieldsOf } from '../../importing/import-fields.ts';
import { placesOf, type SavedMapping } from '../../importing/mappings.ts';
import { type DecimalStyle, decimalStyles } from '../../importing/number-style.ts';
import { longestText } from '../../importing/read-row.ts';
import { spendKindOf } from '../../importing/read-spend.ts';
import {
  guessReading,
  guessStyles,
  mostStages,
  type Reading,
  type StageChoice,
  stageValues,
} from '../../importing/reading.ts';
import type { Layout, Sheet } from '../../importing/sheet-of.ts';
import { type ImportKind, stages } from '../../store/tables.ts';
import type { SignedIn } from '../route.ts';

export type DraftProblem = keyof SignedIn['words']['importing']['mapProblems'];

/** How a file is to be read, as far as that is known. */
export interface Draft {
  columns: Reading['columns'];
  constants: Reading['constants'];
  decimals: DecimalStyle | null;
  dates: DateStyle | null;
  stages: ReadonlyMap<string, StageChoice | null>;
  /** Values that could be read in two ways; `null` where none could. */
  unclear: { decimals: string | null; dates: string | null };
  /** The program that has written the file. */
  program: string | null;
  isAsLastTime: boolean;
  /** What was chosen is about other columns than these. */
  areOthers: boolean;
}

const oneOf = <T extends string>(choices: readonly T[], text: string): T | undefined =>
  choices.find((choice) => choice === text);

/** What was chosen of how a file is taken apart. */
export function layoutChosen({ field }: SignedIn): Partial<Layout> {
  const encoding = oneOf<Encoding>(encodings, field('encoding'));
  const separator = oneOf(Object.keys(separators) as Separator[], field('separator'));
  const line = field('header');
  return {
    ...(encoding && { encoding }),
    ...(separator && { separator }),
    ...(line && { headerLine: /^\d{1,6}$/.test(line) ? Number(line) : 0 }),
  };
}

/** Names how a file was taken apart, so that places of columns are not taken for those of another way. */
export const layoutKey = ({ encoding, separator, headerLine }: Layout): string =>
  `${encoding} ${separator} ${headerLine}`;

function columnsChosen({ field }: SignedIn, kind: ImportKind, sheet: Sheet): Draft['columns'] {
  return Object.fromEntries(
    fieldsOf(kind).flatMap(([name]) => {
      const at = field(`column.${name}`);
      const isColumn = /^\d{1,3}$/.test(at) && Number(at) < sheet.header.length;
      return isColumn ? [[name, Number(at)]] : [];
    }),
  );
}

const constantsChosen = ({ field }: SignedIn, kind: ImportKind): Draft['constants'] =>
  Object.fromEntries(
    fieldsOf(kind).flatMap(([name, { mayBeConstant }]) => {
      const value = field(`constant.${name}`);
      return mayBeConstant && value ? [[name, value]] : [];
    }),
  );

/** A style that was chosen and not merely left as it was guessed: a guess gives way to one by other columns. */
function styleChosen<T extends string>({ field }: SignedIn, name: string, styles: readonly T[]): T | null {
  const chosen = oneOf(styles, field(name));
  return chosen && chosen !== field(`${name}-guess`) ? chosen : null;
}

const stageChoices: readonly StageChoice[] = [...stages, 'skip'];

/** How a file is to be read: what was chosen, or else as the team had such a file read before, or as it looks. */
export function draftOf(visit: SignedIn, kind: ImportKind, sheet: Sheet, saved: SavedMapping | null): Draft {
  const isPosted = visit.field('layout') !== '';
  const isFilled = isPosted && visit.field('layout') === layoutKey(sheet);
  const guess = guessReading(kind, sheet);
  const known = saved
    ? { columns: placesOf(saved, kind, sheet.header), constants: saved.constants }
    : { columns: guess.columns, constants: guess.constants };
  const { columns, constants } = isFilled
    ? { columns: columnsChosen(visit, kind, sheet), constants: constantsChosen(visit, kind) }
    : known;
  const styles = guessStyles(kind, sheet, columns);
  const decimals = isFilled ? styleChosen(visit, 'decimals', decimalStyles) : null;
  const dates = isFilled ? styleChosen(visit, 'dates', dateStyles) : null;
  const areStagesAsked = isFilled && visit.field('stages-of') === String(columns.stage);
  const found = [...stageValues(sheet, columns.stage)].map(([value, stage], at) => {
    const chosen = areStagesAsked ? oneOf(stageChoices, visit.field(`stage.${at}`)) : undefined;
    const before = saved && Object.hasOwn(saved.stages, value) ? saved.stages[value]! : stage;
    return [value, chosen ?? (areStagesAsked ? null : before)] as const;
  });
  return {
    columns,
    constants,
    decimals: decimals ?? styles.decimals.style ?? saved?.decimals ?? null,
    dates: dates ?? styles.dates.style ?? saved?.dates ?? null,
    stages: new Map(found),
    unclear: { decimals: styles.decimals.unclear, dates: styles.dates.unclear },
    program: guess.program,
    isAsLastTime: saved !== null && !isFilled,
    areOthers: isPosted && !isFilled,
  };
}

/** What is wrong with what is the same in all rows. */
function constantProblem(name: FieldName, value: string): DraftProblem | null {
  if (value.length > longestText) return 'constantLong';
  if (name === 'day' && !readDay(value, 'day-first')) return 'constantDay';
  return name === 'kind' && !spendKindOf(value) ? 'columnOrConstant' : null;
}

/** What has to be said before a file can be read, by the field of the form. */
export function problemsOf(kind: ImportKind, draft: Draft): ReadonlyMap<string, DraftProblem> {
  const problems = new Map<string, DraftProblem>();
  for (const [name, { isRequired, mayBeConstant }] of fieldsOf(kind)) {
    if (draft.columns[name] !== undefined) continue;
    const constant = draft.constants[name];
    const wrong = constant === undefined ? null : constantProblem(name, constant);
    if (wrong) problems.set(`constant.${name}`, wrong);
    else if (isRequired && constant === undefined)
      problems.set(`column.${name}`, mayBeConstant ? 'columnOrConstant' : 'column');
  }
  if (draft.stages.size > mostStages) problems.set('column.stage', 'tooManyStages');
  else
    for (const [at, choice] of [...draft.stages.values()].entries())
      if (choice === null) problems.set(`stage.${at}`, 'stage');
  return problems;
}

/** A draft of which nothing has to be asked any more. */
export function readingOf(kind: ImportKind, draft: Draft): Reading | null {
  const { columns, constants, decimals, dates } = draft;
  if (decimals === null || dates === null || problemsOf(kind, draft).size > 0) return null;
  const chosen = [...draft.stages].flatMap(([value, choice]) => (choice ? [[value, choice] as const] : []));
  return { columns, constants, decimals, dates, stages: Object.fromEntries(chosen) };
}
