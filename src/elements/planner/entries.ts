import { entered, type Question } from '../../calculator/question.ts';
import { type FigureError, readFigure, roundedFigure, writtenFigure } from '../../calculator/typed-figure.ts';
import { typedText, unitSign, type Writing } from '../../calculator/typed-number.ts';
import { fill } from '../../i18n/fill.ts';
import { groupedNumber } from '../../i18n/grouped-number.ts';
import { plainNumber } from '../../i18n/plain-number.ts';
import type { Markup } from '../../markup/markup.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';
import { createDrafts } from '../shared/drafts.ts';
import { numberField } from '../shared/number-field.ts';

export interface Entries {
  /** To be put on the element around the fields. */
  input(event: Event): void;
  submit(event: Event): void;
  /** Whether something stands in one of these fields that cannot be read, so that an older answer stands. */
  areUnreadable(questions: readonly Question[]): boolean;
  field(question: Question, context: CalculatorContext): Markup;
}

/**
 * The fields of one panel: an emptied field counts as planned again, or as not counted; everything else is an entry of
 * the scenario.
 */
export function createEntries(update: () => void, complain: () => void): Entries {
  const asked = new Map<
    string,
    { read(text: string): number | null | FigureError; enter(value: number | null): void }
  >();
  const drafts = createDrafts<number | null, FigureError>(
    (name, text) => asked.get(name)!.read(text),
    update,
  );

  return {
    input({ target }) {
      const { name, value: text } = target as HTMLInputElement;
      const question = asked.get(name);
      if (!question) return;
      const read = drafts.type(name, text);
      if (typeof read === 'string') {
        update();
        complain();
      } else question.enter(read);
    },
    submit: (event) => event.preventDefault(),
    areUnreadable: (questions) => questions.some(({ name }) => drafts.problem(name)),
    field(question, { format, texts, scenario, decide }) {
      const { name, label, unit, planned, isCounted, isNeeded, isDue, owner = '' } = question;
      const { errors, optional } = texts('calculator');
      const messages = texts('planner');
      asked.set(name, {
        read: (text) => readFigure(text, question, format.locale),
        enter: (value) => decide({ entries: { ...scenario.entries, [name]: value } }),
      });
      const error = drafts.problem(name);
      const own = entered(question, scenario.entries ?? {});
      const written = (write: Writing) =>
        own !== null
          ? typedText(own, unit, format.locale, write)
          : planned === null || isCounted
            ? ''
            : roundedFigure(planned, unit, format.locale, write);
      const beside =
        planned !== null &&
        fill(isDue ? messages.due : messages.planned, { value: writtenFigure(planned, unit, format) });
      return numberField({
        name,
        label,
        text: drafts.text(name) ?? (drafts.isEdited(name) ? written(plainNumber) : written(groupedNumber)),
        plain: written(plainNumber),
        drafts,
        unit: unitSign(unit, format),
        note:
          error !== null
            ? error === 'wholeMonths'
              ? messages.wholeMonths
              : errors[error]
            : planned === null
              ? isNeeded
                ? ''
                : optional
              : own === null && !isCounted
                ? messages.asPlanned
                : [own === null && messages.uncounted, beside].filter(Boolean).join(' · '),
        isInvalid: error !== null,
        isFixed: false,
        owner,
        position: null,
      });
    },
  };
}
