import type { StyleGuess } from './number-style.ts';

/** Which of `03/04/2026` comes first, the day or the month. */
export const dateStyles = ['day-first', 'month-first'] as const;
export type DateStyle = (typeof dateStyles)[number];

/** Months by their names in the languages of the exports we know, also cut short. */
const monthNames = [
  ['january', 'gennaio'],
  ['february', 'febbraio'],
  ['march', 'marzo'],
  ['april', 'aprile'],
  ['may', 'maggio'],
  ['june', 'giugno'],
  ['july', 'luglio'],
  ['august', 'agosto'],
  ['september', 'settembre'],
  ['october', 'ottobre'],
  ['november', 'novembre'],
  ['december', 'dicembre'],
];

function monthNamed(word: string | undefined): number {
  const small = word?.toLowerCase() ?? '';
  if (small.length < 3) return 0;
  return monthNames.findIndex((names) => names.some((name) => name.startsWith(small))) + 1;
}

/** A day of the calendar, `2026-11-03`; `null` where the calendar has none. */
function dayOf(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const isDay = year >= 1990 && year < 2100 && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);
  return isDay ? text : null;
}

/** A month of the calendar, `2026-11`; `null` where there is none. */
const monthOf = (year: number, month: number): string | null => dayOf(year, month, 1)?.slice(0, 7) ?? null;

const withoutTime = (text: string): string => text.replace(/[T\s,]+\d{1,2}[:.]\d{2}\b.*$/, '').trim();

const slashed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;

/** Ways to write a day of which none can be read as another: the year first, or the month by name. */
const clear: [RegExp, (parts: string[]) => string | null][] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([y, m, d]) => dayOf(Number(y), Number(m), Number(d))],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => dayOf(Number(y), Number(m), Number(d))],
  [/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => monthOf(Number(y), Number(m))],
  [/^(\d{1,2})[-/](\d{4})$/, ([m, y]) => monthOf(Number(y), Number(m))],
  [/^(\d{1,2})[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4})$/u, ([d, m, y]) => dayOf(Number(y), monthNamed(m), Number(d))],
  [/^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u, ([m, d, y]) => dayOf(Number(y), monthNamed(m), Number(d))],
  [/^(\p{L}+)\.?\s+(\d{4})$/u, ([m, y]) => monthOf(Number(y), monthNamed(m))],
];

/** The date style of a file by all its days. */
export function guessDates(values: Iterable<string>): StyleGuess<DateStyle> {
  const examples = new Map<DateStyle | 'unclear', string>();
  for (const text of values) {
    const [, first, second] = slashed.exec(withoutTime(text)) ?? [];
    if (first === undefined || Number(first) === Number(second)) continue;
    const evidence = Number(first) > 12 ? 'day-first' : Number(second) > 12 ? 'month-first' : 'unclear';
    if (!examples.has(evidence)) examples.set(evidence, text);
  }
  if (examples.has('day-first') && examples.has('month-first'))
    return { style: null, unclear: examples.get('month-first')! };
  if (examples.has('day-first')) return { style: 'day-first', unclear: null };
  if (examples.has('month-first')) return { style: 'month-first', unclear: null };
  const unclear = examples.get('unclear') ?? null;
  return { style: unclear === null ? 'day-first' : null, unclear };
}

/**
 * Reads a day in its file's style, or a month; the time beside it does not matter.
 * @returns `2026-11-03`, `2026-11` for a month, or `null` for what is neither
 */
export function readDay(text: string, style: DateStyle): string | null {
  const written = withoutTime(text);
  for (const [shape, read] of clear) {
    const [, ...parts] = shape.exec(written) ?? [];
    if (parts.length > 0) return read(parts);
  }
  const [, first, second, year] = slashed.exec(written) ?? [];
  if (first === undefined) return null;
  const [day, month] = style === 'day-first' ? [first, second] : [second, first];
  return dayOf(Number(year!.length === 2 ? `20${year}` : year), Number(month), Number(day));
}
