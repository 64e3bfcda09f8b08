import type { TemplateResult } from 'lit/html.js';
import { fill } from '../../../i18n/fill.ts';
import { numberField } from '../number-field.ts';
import type { CalculatorContext } from '../planner.ts';
import { entered, type Question } from './answered.ts';
import { figureSign, readFigure, roundedFigure, typedFigure, writtenFigure } from './figure-kind.ts';

export interface Entries {
  /** To be put on the element around the fields. */
  input(event: Event): void;
  change(event: Event): void;
  submit(event: Event): void;
  /** Whether something stands in one of these fields that cannot be read, so that an older answer stands. */
  areUnreadable(questions: readonly Question[]): boolean;
  field(question: Question, context: CalculatorContext): TemplateResult;
}

/**
 * The fields of one panel. A text that cannot be read stays as it is, with its error; an emptied field counts as
 * planned again; everything else is an entry of the scenario.
 */
export function createEntries(update: () => void): Entries {
  const drafts = new Map<string, string>();
  const asked = new Map<
    string,
    { read(text: string): ReturnType<typeof readFigure>; enter(value: number | null): void }
  >();
  const isWrong = (name: string) => typeof asked.get(name)?.read(drafts.get(name) ?? '') === 'string';

  return {
    input({ target }) {
      const { name, value: text } = target as HTMLInputElement;
      const question = asked.get(name);
      if (!question) return;
      drafts.set(name, text);
      const read = question.read(text);
      if (typeof read === 'string') update();
      else question.enter(read);
    },
    change({ target }) {
      const { name } = target as HTMLInputElement;
      // What could be read is written the way the locale does.
      if (!isWrong(name)) drafts.delete(name);
      update();
    },
    submit: (event) => event.preventDefault(),
    areUnreadable: (questions) => questions.some(({ name }) => isWrong(name)),
    field(question, { format, texts, scenario, decide }) {
      const { name, label, kind, planned, assumed = planned, owner = '' } = question;
      const { errors, optional } = texts('calculator');
      const messages = texts('planner');
      const read = (text: string) => readFigure(text, kind, format.locale);
      asked.set(name, {
        read,
        enter: (value) => decide({ entries: { ...scenario.entries, [name]: value } }),
      });
      const draft = drafts.get(name);
      const error = draft === undefined ? null : read(draft);
      const own = entered(question, scenario.entries ?? {});
      const expected = assumed === null ? '' : roundedFigure(assumed, kind, format);
      return numberField({
        name,
        label,
        text: draft ?? (own === null ? expected : typedFigure(own, kind, format)),
        unit: figureSign(kind, format),
        note:
          typeof error === 'string'
            ? error === 'wholeMonths'
              ? messages.wholeMonths
              : errors[error]
            : planned === null
              ? optional
              : own === null
                ? assumed === planned
                  ? messages.asPlanned
                  : messages.atPlannedRate
                : fill(messages.planned, { value: writtenFigure(planned, kind, format) }),
        isInvalid: typeof error === 'string',
        isFixed: false,
        owner,
        position: null,
      });
    },
  };
}
