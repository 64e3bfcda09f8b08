import { termsOf } from '../lead/condition.ts';
import { flag, type Option, oneOf, record, text, texts, words } from '../options/option.ts';
import { type FieldName, fieldTypes, type QuestionType, questionTypes } from './field-types.ts';

/** A question of the form. */
export interface Question {
  /** A part of the profile, or a name of the owner's own. */
  name: string;
  type: QuestionType;
  /** Whether the form needs an answer to be sent. */
  required: boolean;
  /** The locale's word for a part of the profile where absent. */
  label?: string;
  hint?: string;
  /** What is sent, and its words. */
  choices?: Readonly<Record<string, string>>;
  /** When it is asked at all: see `termsOf`. */
  showIf?: string;
  value?: string;
  pattern?: string;
  autocomplete?: string;
  placeholder?: string;
  min?: string;
  max?: string;
  step?: string;
}

/** Questions that are asked together. */
export interface Step {
  /** `''` for a step without a heading. */
  label: string;
  questions: readonly Question[];
}

type AskedName = FieldName | `${FieldName}?`;

/** A question as an owner writes it. A question of the owner's own needs a `label`. */
export interface AskedQuestion extends Partial<Omit<Question, 'required' | 'min' | 'max' | 'step'>> {
  name: string;
  optional?: boolean;
  min?: string | number;
  max?: string | number;
  step?: string | number;
}

/** What an owner's list of fields may have in it. `{ step: … }` and `|` begin the next step. */
export type Asked = AskedName | '|' | { step: string } | AskedQuestion;

/** When something is asked, or counts. */
export const condition: Option<string> = {
  expected: 'a condition such as budget=5k-20k',
  read: (value) => (typeof value === 'string' && termsOf(value) ? value : undefined),
};

const bound: Option<string, string | number> = {
  expected: 'a number or a date',
  read: (value) => text.read(typeof value === 'number' ? `${value}` : value),
};

/** What an owner may say of a question, a line each: the place to add the next. */
const questionOptions: Record<string, Option> = {
  name: text,
  type: oneOf(...questionTypes),
  optional: flag,
  label: text,
  hint: text,
  choices: texts,
  showIf: condition,
  value: text,
  pattern: text,
  autocomplete: text,
  placeholder: text,
  min: bound,
  max: bound,
  step: bound,
};

const names = Object.keys(fieldTypes);

/**
 * The `fields` option: names in the order they are asked for, `?` behind an optional one, `|` between steps, as a list or
 * as a text (`interests budget | name email phone?`); in a list also questions of the owner's own. The e-mail address
 * is always asked for: a lead without one cannot be answered.
 */
export const fieldList: Option<readonly Step[], string | readonly Asked[]> = {
  expected: `some of ${names.join(', ')}, with ? behind an optional one`,
  read(value, complain) {
    const steps: { label: string; questions: Question[] }[] = [{ label: '', questions: [] }];
    const known = new Set<string>();
    let isSound = true;
    const wrong = (path: string, expected: string) => {
      isSound = false;
      complain?.(path, expected);
    };
    const ask = (given: Record<string, unknown>) => {
      const said: Record<string, unknown> = {};
      for (const [key, part] of Object.entries(given)) {
        const option = Object.hasOwn(questionOptions, key) ? questionOptions[key] : undefined;
        said[key] = option?.read(part);
        if (said[key] === undefined)
          wrong(
            `.${given.name}.${key}`,
            option?.expected ?? `one of ${Object.keys(questionOptions).join(', ')}`,
          );
      }
      const { name, optional, ...rest } = said as unknown as AskedQuestion;
      const ofProfile = Object.hasOwn(fieldTypes, name) ? fieldTypes[name as FieldName] : undefined;
      // What a form cannot ask for without words, or under a name that means something else.
      if (!/^[a-z][\w-]*$/i.test(name) || !(ofProfile || rest.label || rest.type === 'hidden'))
        return wrong(`.${name}`, `one of ${names.join(', ')}, or a question with a label`);
      const type = rest.type ?? ofProfile?.type ?? (rest.choices ? 'select' : 'text');
      if (!ofProfile && !rest.choices && /^(select|radio|checkboxes)$/.test(type))
        return wrong(`.${name}.choices`, texts.expected);
      if (known.has(name)) return;
      known.add(name);
      const required = name === 'email' || !(optional || type === 'hidden');
      steps.at(-1)!.questions.push({ ...ofProfile, ...(rest as object), name, type, required });
    };

    for (const item of Array.isArray(value) ? value : words(value)) {
      const given = record.read(item);
      const label =
        item === '|' ? '' : given && typeof given.step === 'string' && !given.name ? given.step : null;
      if (label !== null) {
        if (steps.at(-1)!.questions.length) steps.push({ label, questions: [] });
        else steps.at(-1)!.label = label;
      } else if (given) ask(given);
      else
        for (const word of words(item)) {
          const optional = word.endsWith('?');
          ask({ name: optional ? word.slice(0, -1) : word, ...(optional && { optional }) });
        }
    }
    if (!known.size && isSound) return undefined;
    if (!known.has('email')) ask({ name: 'email' });
    return isSound || complain ? steps.filter(({ questions }) => questions.length) : undefined;
  },
};

/** The questions where the owner does not choose. */
export const defaultSteps: readonly Step[] = /* @__PURE__ */ fieldList.read(
  'name email company? phone? interests timeframe message?',
)!;
