/** What was said under a name; `[]` for nothing. */
export type Facts = (name: string) => readonly string[];

/** One thing that has to hold. */
export interface Term {
  name: string;
  /** Whether the opposite is asked for. */
  not: boolean;
  /** `''`: anything was said; `=`: one of `values` was; `>=` and `<=`: a number on that side of the one in `values`. */
  operator: '' | '=' | '>=' | '<=';
  values: readonly string[];
}

/** Each part stops where the next one begins, so that no text makes it go back over what it has read. */
const shape = /^(!?)\s*([\p{L}\p{M}\p{N}._-]+)\s*(?:(!?)(=|[<>]=)(.+))?$/su;

/** `NaN` for what is no number; a blank is none. */
const numberIn = (text: string): number => (text.trim() ? Number(text) : Number.NaN);

function termOf(text: string): Term | null {
  const [, no, name, none, operator = '', rest] = shape.exec(text.trim()) ?? [];
  const values = rest?.split('|').map((value) => value.trim()) ?? [];
  const compares = operator.length > 1;
  if (!name || (operator && no) || (compares && none) || values.includes('')) return null;
  if (compares && (values.length > 1 || !Number.isFinite(numberIn(values[0]!)))) return null;
  return { name, not: Boolean(no || none), operator: operator as Term['operator'], values };
}

/**
 * Reads a condition: terms joined by `&`, all of which have to hold. A term is `name` (something was said under that
 * name), `!name` (nothing was), `name=a|b` (one of these was said), `name!=a|b` (none of these was), `name>=5` or
 * `name<=5` (a number was said that is at least, or at most, this one). Names are of letters, digits, dots, hyphens
 * and `_`; blanks around anything do not count.
 * @returns `null` for what is no condition
 */
export function termsOf(condition: string): Term[] | null {
  const terms = condition.split('&').map(termOf);
  return terms.includes(null) ? null : (terms as Term[]);
}

const tests: Record<Term['operator'], (said: string, values: readonly string[]) => boolean> = {
  '': () => true,
  '=': (said, values) => values.includes(said),
  '>=': (said, [least]) => numberIn(said) >= Number(least),
  '<=': (said, [most]) => numberIn(said) <= Number(most),
};

/** Whether all of the terms hold. */
export const holds = (terms: readonly Term[], facts: Facts): boolean =>
  terms.every(
    ({ name, not, operator, values }) => facts(name).some((said) => tests[operator](said, values)) !== not,
  );
