import type { Told } from './told.ts';

type Value = string | number | null | undefined;

/** What of a lead can be told, by our names. What is not known is left out, and so takes nothing away from anybody. */
const values = {
  /** As the form asked for it: whole, or in two parts. */
  name: ({ person }) => person.name,
  /** Where a form asks for the whole name, that: a name is never split by guess. */
  firstName: ({ person, lead }) => lead?.profile.firstName ?? person.name,
  lastName: ({ lead }) => lead?.profile.lastName,
  company: ({ person }) => person.company,
  phone: ({ person }) => person.phone,
  message: ({ lead }) => lead?.profile.message,
  interests: ({ lead }) => lead?.profile.interests?.join(', '),
  budget: ({ lead }) => lead?.profile.buying?.budget,
  timeframe: ({ lead }) => lead?.profile.buying?.timeframe,
  frequency: ({ lead }) => lead?.profile.buying?.frequency,
  temperature: ({ person }) => person.temperature,
  score: ({ person }) => person.score,
  stage: ({ person }) => person.stage,
  lostReason: ({ person }) => person.lostReason,
  revenue: ({ person }) => person.revenue,
  owner: ({ person }) => person.owner?.name,
  form: ({ person }) => person.form,
  page: ({ lead }) => lead?.source.page,
  campaign: ({ person }) => person.campaign,
  source: ({ person }) => person.source,
  language: ({ person }) => person.language,
  requests: ({ person }) => person.requests,
  firstAt: ({ person }) => person.firstAt,
  lastAt: ({ person }) => person.lastAt,
  link: ({ link }) => link,
} satisfies Record<string, (told: Told) => Value>;

type OwnField = keyof typeof values;

const answerMark = 'answer:';

/** A field of ours, or the answer to a question of the owner's own: `answer:` and its name. */
export type LeadField = OwnField | `${typeof answerMark}${string}`;

export const ownFields = Object.keys(values) as OwnField[];

export const answerField = (name: string): LeadField => `${answerMark}${name}`;

/** The name of the question that a field is the answer to; `null` where it is a field of ours. */
export const questionOf = (field: string): string | null =>
  field.startsWith(answerMark) ? field.slice(answerMark.length) : null;

function saidIn(told: Told, field: string): Value {
  const question = questionOf(field);
  if (question === null) return Object.hasOwn(values, field) ? values[field as OwnField](told) : undefined;
  const answer = told.lead?.profile.answers?.find(({ name }) => name === question)?.value;
  return Array.isArray(answer) ? answer.join(', ') : answer;
}

/** What of a lead is told, by the names that a destination has for our fields, in the order of its fields. */
export const valuesFor = (
  told: Told,
  fields: Readonly<Record<string, string>>,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, theirs]) => {
      const value = saidIn(told, field);
      return value === undefined || value === null || value === '' ? [] : [[theirs, value]];
    }),
  );
