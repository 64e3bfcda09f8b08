import type { JSX } from 'preact';
import { separators } from '../../importing/csv-rows.ts';
import { dateStyles } from '../../importing/date-style.ts';
import { encodings } from '../../importing/decode-file.ts';
import { type FieldName, fieldsOf } from '../../importing/import-fields.ts';
import { decimalStyles } from '../../importing/number-style.ts';
import { mostStages } from '../../importing/reading.ts';
import type { FileProblem, Layout, Sheet } from '../../importing/sheet-of.ts';
import { type ImportKind, spendKinds, stages, type Upload } from '../../store/tables.ts';
import { type Notice, page } from '../page.tsx';
import { Field } from '../parts/field.tsx';
import type { SignedIn } from '../route.ts';
import { Choice } from './choice.tsx';
import { columnLetter } from './column-letter.ts';
import { type Draft, layoutKey, problemsOf } from './draft.ts';

interface MapperProps {
  visit: SignedIn;
  kind: ImportKind;
  sheet: Sheet;
  draft: Draft;
  /** Whether what is missing is marked: not before somebody has pressed the button. */
  isMarked: boolean;
}

/** Rows of a file that are shown as they stand in it. */
const shownRows = 5;

/** The file as it is, so that one sees what one speaks of. */
function FirstRows({ visit, sheet }: Pick<MapperProps, 'visit' | 'sheet'>): JSX.Element {
  const texts = visit.words.importing;
  return (
    <section class="scrolls" aria-labelledby="first-rows" tabindex={0}>
      <table class="cells">
        <caption id="first-rows">{texts.firstRows}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.line}</th>
            {sheet.header.map((name, at) => (
              <th scope="col" key={columnLetter(at)}>
                {texts.columnAt(columnLetter(at), name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.slice(0, shownRows).map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {sheet.header.map((_, at) => (
                <td key={columnLetter(at)} dir="auto">
                  {cells[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is the same in all rows of a file: of kinds there are so many, the rest is written. */
function Constant({
  name,
  visit,
  draft,
  error,
}: { name: FieldName; error: string | undefined } & Pick<MapperProps, 'visit' | 'draft'>): JSX.Element {
  const { fields, forAll, noColumn, spendKinds: kindWords } = visit.words.importing;
  const value = draft.columns[name] === undefined ? (draft.constants[name] ?? '') : '';
  return (
    <Field name={`constant.${name}`} label={forAll(fields[name])} error={error}>
      {(ties) =>
        name === 'kind' ? (
          <Choice
            ties={ties}
            chosen={value}
            choices={[['', `(${noColumn})`], ...spendKinds.map((kind) => [kind, kindWords[kind]] as const)]}
          />
        ) : (
          <input {...ties} value={value} autocomplete="off" />
        )
      }
    </Field>
  );
}

function ColumnFields({ visit, kind, sheet, draft, isMarked }: MapperProps): JSX.Element {
  const texts = visit.words.importing;
  const problems = problemsOf(kind, draft);
  const errorOf = (name: string) => {
    const problem = isMarked ? problems.get(name) : undefined;
    return problem && texts.mapProblems[problem];
  };
  const hints: Partial<Record<FieldName, string>> = { ...texts.fieldHints, day: texts.fieldHints.day[kind] };
  const choices = [
    ['', texts.noColumn] as const,
    ...sheet.header.map((name, at) => [String(at), texts.columnAt(columnLetter(at), name)] as const),
  ];
  return (
    <fieldset class="columns">
      <legend>{texts.whichColumn}</legend>
      {fieldsOf(kind).map(([name, { isRequired, mayBeConstant }]) => (
        <div key={name} class="pair">
          <Field
            name={`column.${name}`}
            label={isRequired ? texts.fields[name] : texts.optional(texts.fields[name])}
            hint={hints[name]}
            error={errorOf(`column.${name}`)}
          >
            {(ties) => <Choice ties={ties} chosen={String(draft.columns[name] ?? '')} choices={choices} />}
          </Field>
          {mayBeConstant && (
            <Constant name={name} visit={visit} draft={draft} error={errorOf(`constant.${name}`)} />
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** How numbers and days are written: told where all values tell it, asked where they do not. */
function StyleFields({ visit, draft }: MapperProps): JSX.Element {
  const texts = visit.words.importing;
  const asked = {
    decimals: {
      styles: decimalStyles,
      words: texts.decimalStyles as Record<string, string>,
      unclear: texts.unclearNumber,
    },
    dates: {
      styles: dateStyles,
      words: texts.dateStyles as Record<string, string>,
      unclear: texts.unclearDay,
    },
  } as const;
  return (
    <fieldset>
      <legend>{texts.values}</legend>
      {(['decimals', 'dates'] as const).map((name) => {
        const { styles, words, unclear } = asked[name];
        const style = draft[name];
        const value = draft.unclear[name];
        return (
          <div key={name}>
            <input type="hidden" name={`${name}-guess`} value={style ?? ''} />
            <Field
              name={name}
              label={texts[name]}
              hint={value === null ? texts.byAllValues : undefined}
              error={value !== null && style === null ? unclear(value) : undefined}
            >
              {(ties) => (
                <Choice
                  ties={ties}
                  chosen={style ?? ''}
                  choices={[
                    ...(style === null ? [['', texts.choose] as const] : []),
                    ...styles.map((each) => [each, words[each]!] as const),
                  ]}
                />
              )}
            </Field>
          </div>
        );
      })}
    </fieldset>
  );
}

/** What each of the file's stages is here. */
function StageFields({ visit, kind, draft, isMarked }: MapperProps): JSX.Element | null {
  const texts = visit.words.importing;
  const { stages: stageWords } = visit.words.person;
  if (draft.stages.size === 0 || draft.stages.size > mostStages) return null;
  const problems = problemsOf(kind, draft);
  return (
    <fieldset>
      <legend>{texts.stages}</legend>
      <input type="hidden" name="stages-of" value={draft.columns.stage} />
      {[...draft.stages].map(([value, choice], at) => {
        const problem = isMarked ? problems.get(`stage.${at}`) : undefined;
        return (
          <Field key={value} name={`stage.${at}`} label={value} error={problem && texts.mapProblems[problem]}>
            {(ties) => (
              <Choice
                ties={ties}
                chosen={choice ?? ''}
                choices={[
                  ...(choice === null ? [['', texts.choose] as const] : []),
                  ...stages.map((stage) => [stage, stageWords[stage]] as const),
                  ['skip', texts.skip],
                ]}
              />
            )}
          </Field>
        );
      })}
    </fieldset>
  );
}

/** How the file is taken apart; opened where that goes wrong. */
function LayoutFields({
  visit,
  layout,
  error,
}: {
  visit: SignedIn;
  layout: Partial<Layout>;
  error?: string | undefined;
}): JSX.Element {
  const texts = visit.words.importing;
  return (
    <details open={error !== undefined}>
      <summary>{texts.layout}</summary>
      <div class="fields">
        <Field name="encoding" label={texts.encoding}>
          {(ties) => (
            <Choice
              ties={ties}
              chosen={layout.encoding ?? ''}
              choices={encodings.map((name) => [name, texts.encodings[name]] as const)}
            />
          )}
        </Field>
        <Field name="separator" label={texts.separator}>
          {(ties) => (
            <Choice
              ties={ties}
              chosen={layout.separator ?? ''}
              choices={Object.keys(separators).map(
                (name) => [name, texts.separators[name as 'comma']] as const,
              )}
            />
          )}
        </Field>
        <Field name="header" label={texts.headerLine} error={error}>
          {(ties) => (
            <input {...ties} inputmode="numeric" value={visit.field('header') || layout.headerLine} />
          )}
        </Field>
        <p>
          <button type="submit" name="do" value="again">
            {texts.again}
          </button>
        </p>
      </div>
    </details>
  );
}

/** Who is told what about how the file is read so far. */
function noticeOf({ visit, draft, isMarked }: MapperProps): Notice | null {
  const texts = visit.words.importing;
  if (draft.areOthers) return { text: texts.othersNow };
  return isMarked ? { text: texts.notComplete, isTrouble: true } : null;
}

function introOf({ visit, draft }: MapperProps): string {
  const texts = visit.words.importing;
  if (draft.isAsLastTime) return texts.asLastTime;
  return draft.program ? texts.looksLike(draft.program) : texts.unknownProgram;
}

/** Says which column of a file is what, and asks what the file does not tell. */
export function mapperPage(upload: Upload, props: MapperProps): Response {
  const { visit, kind, sheet } = props;
  const texts = visit.words.importing;
  return page(
    visit,
    {
      title: texts.mapTitle,
      section: 'imports',
      notice: noticeOf(props),
      children: (
        <>
          <p>
            <strong dir="auto">{upload.file}</strong> · {texts.kinds[kind]}
          </p>
          <p>{introOf(props)}</p>
          <FirstRows visit={visit} sheet={sheet} />
          <form method="post" action={`/imports/${kind}/${upload.id}`} class="mapper">
            <input type="hidden" name="layout" value={layoutKey(sheet)} />
            <ColumnFields {...props} />
            <StyleFields {...props} />
            <StageFields {...props} />
            <p class="buttons">
              <button type="submit" name="do" value="preview" class="primary">
                {texts.preview}
              </button>
            </p>
            <LayoutFields visit={visit} layout={sheet} />
          </form>
        </>
      ),
    },
    props.isMarked ? 422 : 200,
  );
}

/** Says why a file cannot be taken apart as it was chosen, with a way to choose otherwise. */
export function layoutPage(
  visit: SignedIn,
  upload: Upload,
  layout: Partial<Layout>,
  problem: FileProblem,
): Response {
  const texts = visit.words.importing;
  const error = texts.fileProblems[problem];
  return page(
    visit,
    {
      title: texts.mapTitle,
      section: 'imports',
      notice: { text: error, isTrouble: true },
      children: (
        <form method="post" action={`/imports/${upload.kind}/${upload.id}`} class="mapper">
          <p>
            <strong dir="auto">{upload.file}</strong>
          </p>
          <LayoutFields visit={visit} layout={layout} error={error} />
        </form>
      ),
    },
    422,
  );
}
