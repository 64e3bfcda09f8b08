import { bare } from '../lead/bare.ts';
import { termsOf } from '../lead/condition.ts';
import { type Option, record, texts, words } from '../options/option.ts';
import { type FieldName, type FieldType, fieldTypes, type QuestionType } from './field-types.ts';

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

const names = Object.keys(fieldTypes);
const plainParts = 'label hint value pattern autocomplete placeholder min max step'.split(' ');
const parts = ['name', 'type', 'optional', 'choices', 'showIf', ...plainParts];

/** Answers by choosing: there has to be something to choose from. */
const needsChoices = (type: string) => /^(select|radio|checkboxes)$/.test(type);

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
    const ask = ({ name, optional, ...rest }: AskedQuestion) => {
      const given = bare(rest);
      for (const part of Object.keys(given))
        if (!parts.includes(part)) wrong(`.${name}.${part}`, `one of ${parts.join(', ')}`);
      const isKnown = Object.hasOwn(fieldTypes, name);
      const ofProfile: FieldType = isKnown ? fieldTypes[name as FieldName] : {};
      const { choices, showIf, type = ofProfile.type ?? (choices ? 'select' : 'text') } = given;
      // What a form cannot ask for without words, or under a name that means something else.
      if (
        !/^[a-z][\w-]*$/i.test(typeof name === 'string' ? name : '') ||
        !(isKnown || given.label || type === 'hidden')
      )
        return wrong(`.${name}`, `one of ${names.join(', ')}, or a question with a label`);
      if (choices ? !texts.read(choices) : needsChoices(type) && !isKnown)
        return wrong(`.${name}.choices`, texts.expected);
      if (name === 'email' && (showIf || type !== 'email')) return wrong('.email', 'to be asked always');
      if (showIf && !termsOf(showIf)) return wrong(`.${name}.showIf`, 'a condition such as budget=5k-20k');
      if (known.has(name)) return;
      known.add(name);
      const plain = plainParts.filter((part) => part in given);
      steps.at(-1)!.questions.push({
        ...ofProfile,
        ...Object.fromEntries(plain.map((part) => [part, `${given[part as 'label']}`])),
        name,
        type,
        required: name === 'email' || !(optional || type === 'hidden'),
        ...(choices && { choices }),
        ...(showIf && { showIf }),
      });
    };

    for (const item of Array.isArray(value) ? value : words(value)) {
      const given = record.read(item);
      const label = item === '|' ? '' : given && !given.name ? given.step : null;
      if (typeof label === 'string') {
        if (steps.at(-1)!.questions.length) steps.push({ label, questions: [] });
        else steps.at(-1)!.label = label;
      } else if (given) ask(bare(given) as unknown as AskedQuestion);
      else
        for (const word of words(item))
          ask(bare({ name: word.replace(/\?$/, ''), optional: word.endsWith('?') }));
    }
    if (!known.size && isSound) return undefined;
    if (!known.has('email')) ask(bare({ name: 'email' }));
    return isSound || complain ? steps.filter(({ questions }) => questions.length) : undefined;
  },
};

/** The questions where the owner does not choose. */
export const defaultSteps: readonly Step[] = /* @__PURE__ */ fieldList.read(
  'name email company? phone? interests timeframe message?',
)!;
