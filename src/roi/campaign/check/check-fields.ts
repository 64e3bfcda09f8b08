import { InputError, type Problem } from './input-error.ts';

/** What is wrong with the value of a field, as far as this check can tell. */
export type Check = (field: string, value: unknown) => Problem[];

/**
 * An object field by field: what must be there, what may be, and nothing else, since a cost under a mistyped name would
 * silently not be counted.
 */
export const checkFields =
  (checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (path, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [{ field: path, code: 'required', expected: `an object with ${required.join(' and ')}` }];
    }
    const fields = value as Readonly<Record<string, unknown>>;
    const problems: Problem[] = [];
    for (const name of Object.keys(fields)) {
      if (Object.hasOwn(checks, name)) continue;
      problems.push({ field: `${path}.${name}`, code: 'unknown-name', expected: oneOf(Object.keys(checks)) });
    }
    // A hundred campaigns a second are asked about: what is sound should cost next to nothing.
    for (const name of Object.keys(checks)) {
      if (fields[name] === undefined && !required.includes(name)) continue;
      problems.push(...checks[name]!(`${path}.${name}`, fields[name]));
    }
    return problems;
  };

/**
 * @throws InputError naming the field, unless it holds an object, whatever is in it
 */
export function assertObject(field: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) return;
  throw new InputError({ field, code: 'required', expected: 'an object' });
}

/**
 * @throws InputError naming the field, unless it holds a list, whatever is in it
 */
export function assertList(field: string, value: unknown): void {
  if (!Array.isArray(value)) throw new InputError({ field, code: 'required', expected: 'a list' });
}

/** One of a few names. */
export const checkName =
  (names: readonly string[]): Check =>
  (field, value) =>
    names.includes(value as string) ? [] : [{ field, code: 'unknown-name', expected: oneOf(names) }];

const oneOf = (names: readonly string[]): string => `one of ${names.join(', ')}`;
