import { fieldTypes, questionTypes } from '../form/field-types.ts';
import { type Asked, type AskedQuestion, fieldList } from '../form/question.ts';
import { record } from '../options/option.ts';
import { condition } from './condition-schema.ts';
import { knownKeys } from './known-keys.ts';
import { line } from './texts.ts';
import { z } from './zod.ts';

/** As many as a lead may bring back from one group of boxes. */
const mostChoices = 50;

/** Browsers read it with this flag: what does not compile checks nothing. */
const pattern = line.refine(
  (source) => {
    try {
      return new RegExp(source, 'v').source !== '';
    } catch {
      return false;
    }
  },
  { error: 'a regular expression as the pattern attribute takes it' },
);

const numberOrDay = 'a number, or a day such as 2026-11-23';
/** An end of what can be answered, as the attribute has it. */
const bound = z.union([z.number(), line.regex(/^(-?\d+(\.\d+)?|\d{4}-\d\d-\d\d)$/, { error: numberOrDay })], {
  error: numberOrDay,
});

const aboveZero = 'a number above 0, or any';
const stride = z.union(
  [
    z.number().positive({ error: aboveZero }),
    line.regex(/^(any|(?!0+(\.0+)?$)\d+(\.\d+)?)$/, { error: aboveZero }),
  ],
  { error: aboveZero },
);

const choices = z
  .record(line.min(1), line.min(1))
  .refine((words) => Object.keys(words).length > 0, { error: 'at least one choice' })
  .refine((words) => Object.keys(words).length <= mostChoices, { error: `at most ${mostChoices} choices` });

const isOurs = (name: string) => Object.hasOwn(fieldTypes, name);
const isChosen = (type: string | undefined) => /^(select|radio|checkboxes)$/.test(type ?? '');

const isDay = (bound: string | number) => /-\d\d-/.test(`${bound}`);

/** What is wrong with a question as a whole, by the part that would mend it. */
const slips: [part: keyof AskedQuestion, error: string, isWrong: (question: AskedQuestion) => boolean][] = [
  [
    'label',
    'words: a question of your own has none of ours',
    ({ name, label, type }) => !(isOurs(name) || label !== undefined || type === 'hidden'),
  ],
  [
    'choices',
    'what can be chosen, and its words',
    ({ name, type, choices }) => isChosen(type) && !choices && !isOurs(name),
  ],
  [
    'choices',
    'nothing: there is nothing to choose in a question of this type',
    ({ type, choices }) => Boolean(choices && type && !isChosen(type)),
  ],
  [
    'type',
    'email: a lead without an address cannot be answered',
    ({ name, type = 'email' }) => name === 'email' && type !== 'email',
  ],
  ['showIf', 'nothing: the address is always asked for', ({ name, showIf }) => name === 'email' && !!showIf],
  [
    'value',
    'one of the choices',
    ({ value, choices }) => Boolean(choices && value && !Object.hasOwn(choices, value)),
  ],
  [
    'max',
    'at least min',
    ({ min, max }) => min !== undefined && max !== undefined && (isDay(min) ? max < min : +max < +min),
  ],
];

/** Guards {@link AskedQuestion}, each part with its kind: the element takes the values of the parts it knows as they are. */
export const questionSchema: z.ZodType<AskedQuestion> = knownKeys({
  name: line.regex(/^[a-z][\w-]*$/i, {
    error: 'a name of letters, digits, - and _ that begins with a letter',
  }),
  type: z.enum(questionTypes).exactOptional(),
  optional: z.boolean().exactOptional(),
  label: line.min(1).exactOptional(),
  hint: line.exactOptional(),
  choices: choices.exactOptional(),
  showIf: condition.exactOptional(),
  value: line.exactOptional(),
  pattern: pattern.exactOptional(),
  autocomplete: line.exactOptional(),
  placeholder: line.exactOptional(),
  min: bound.exactOptional(),
  max: bound.exactOptional(),
  step: stride.exactOptional(),
}).check(({ value, issues }) => {
  for (const [part, message, isWrong] of slips)
    if (isWrong(value))
      issues.push({ code: 'custom', path: [part], message, input: value[part], continue: true });
});

const headingSchema = knownKeys({ step: line });

const namesSchema = z.string().refine((names) => names === '|' || fieldList.read(names) !== undefined, {
  error: fieldList.expected,
});

/** The schema of what an item seems to be, so that what is wrong is said of that and not of every kind there is. */
function schemaFor(item: unknown): z.ZodType {
  const given = record.read(item);
  if (!given) return namesSchema;
  return 'step' in given && !('name' in given) ? headingSchema : questionSchema;
}

/** Guards the `fields` option: names as a text, or a list of names, steps and questions. */
export const fieldsSchema: z.ZodType<string | readonly Asked[]> = z
  .custom<string | readonly Asked[]>()
  .check(({ value, issues }) => {
    const before = issues.length;
    if (Array.isArray(value))
      value.forEach((item, at) => {
        for (const issue of schemaFor(item).safeParse(item).error?.issues ?? [])
          issues.push({ ...issue, path: [at, ...issue.path], input: item } as z.core.$ZodRawIssue);
      });
    const isText = typeof value === 'string';
    if (issues.length === before && !((isText || Array.isArray(value)) && fieldList.read(value)))
      issues.push({ code: 'custom', message: fieldList.expected, input: value });
  });
