import type { z } from './zod.ts';

/** What is wrong with a payload, without repeating any of it: it may be personal. */
export interface Problem {
  /** Where, for example `profile.email` or `consents.0.at`; `''` for the whole. */
  field: string;
  /** What stands there in a sound payload, for example `an e-mail address`. */
  expected: string;
}

type Issue = z.core.$ZodIssue;

const types: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};
const formats: Record<string, string> = {
  datetime: 'a date and time in UTC (ISO 8601, ending in Z)',
  safeint: 'a whole number',
  uuid: 'a UUID',
};
const units: Record<string, string> = { string: ' characters', array: ' entries' };

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}${units[issue.origin] ?? ''}`;
    case 'too_small':
      return `at least ${issue.minimum}${units[issue.origin] ?? ''}`;
    case 'invalid_format':
      return formats[issue.format] ?? issue.message;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

const mostProblems = 20;

/** The first problems of a refused payload, in words. */
export const problemsOf = (error: z.core.$ZodError): Problem[] =>
  error.issues
    .slice(0, mostProblems)
    .map((issue) => ({ field: issue.path.map(String).join('.').slice(0, 200), expected: expectedBy(issue) }));
