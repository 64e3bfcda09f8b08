import type { TemplateResult } from 'lit/html.js';
import { fill } from '../../../i18n/fill.ts';
import { numberField } from '../number-field.ts';
import type { PanelContext } from '../panel.ts';
import { type FigureKind, readFigure, typedFigure } from './read-figure.ts';

/** One field of a panel. */
export interface Question {
  /** Also its id: one of its own in the whole calculator. */
  name: string;
  label: string;
  kind: FigureKind;
  /** What counts until somebody enters something; null: nothing. */
  planned: number | null;
  owner?: string;
}

export interface Entries {
  /** Put on the element around the fields. */
  input(event: Event): void;
  change(event: Event): void;
  field(question: Question, context: PanelContext): TemplateResult;
  /** What counts: what was entered last and could be read, or else what is planned. */
  value(question: Question): number | null;
}

/**
 * What a person has entered into the fields of one panel. A text that cannot be read stays as it is, with its error;
 * an emptied field counts as planned again.
 */
export function createEntries(update: () => void): Entries {
  const values = new Map<string, number>();
  const drafts = new Map<string, string>();
  const asked = new Map<string, (text: string) => ReturnType<typeof readFigure>>();
  const isWrong = (name: string) => typeof asked.get(name)?.(drafts.get(name) ?? '') === 'string';

  return {
    input({ target }) {
      const { name, value: text } = target as HTMLInputElement;
      const read = asked.get(name)?.(text);
      if (read === undefined) return;
      drafts.set(name, text);
      if (read === null) values.delete(name);
      else if (typeof read === 'number') values.set(name, read);
      update();
    },
    change({ target }) {
      const { name } = target as HTMLInputElement;
      // What could be read is written the way the locale does.
      if (!isWrong(name)) drafts.delete(name);
      update();
    },
    value: ({ name, planned }) => values.get(name) ?? planned,
    field({ name, label, kind, planned, owner = '' }, { format, texts }) {
      const { errors, optional } = texts('calculator');
      const messages = texts('planner');
      const read = (text: string) => readFigure(text, kind, format.locale);
      asked.set(name, read);
      const draft = drafts.get(name);
      const error = draft === undefined ? null : read(draft);
      const value = values.get(name) ?? planned;
      const planText = planned === null ? '' : typedFigure(planned, kind, format);
      return numberField({
        name,
        label,
        text: draft ?? (value === null ? '' : typedFigure(value, kind, format)),
        unit: { currency: format.symbol, fraction: '%', share: '%', ratio: '×' }[kind as string] ?? '',
        note:
          typeof error === 'string'
            ? error === 'wholeMonths'
              ? messages.wholeMonths
              : errors[error]
            : planned === null
              ? optional
              : values.has(name)
                ? fill(messages.planned, { value: planText })
                : messages.asPlanned,
        isInvalid: typeof error === 'string',
        isFixed: false,
        owner,
        position: null,
      });
    },
  };
}
