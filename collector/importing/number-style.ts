/** Which sign comes before the decimals of a file's numbers. */
export const decimalStyles = ['point', 'comma'] as const;
export type DecimalStyle = (typeof decimalStyles)[number];

/** Money, spaces and apostrophes, which belong to a number's looks. */
const decoration = /[\s'’\p{Sc}]|\b[A-Z]{3}\b/gu;
const plainOf = (text: string): string => text.replace(decoration, '').replace('−', '-');

const signs = { point: '.', comma: ',' } as const;
const styleOf = (sign: string | undefined): DecimalStyle => (sign === '.' ? 'point' : 'comma');
const otherStyle = (sign: string | undefined): DecimalStyle => (sign === '.' ? 'comma' : 'point');

/** What is known of all numbers of a file. */
export interface StyleGuess<Style> {
  /** `null`: it has to be asked. */
  style: Style | null;
  /** A value that could be read in two ways, or that contradicts another. */
  unclear: string | null;
}

/** What one number says about the style of its file. `1.234` and `1,234` say nothing, unless such numbers are whole. */
function evidenceOf(text: string, isWhole: boolean): DecimalStyle | 'unclear' | null {
  const plain = plainOf(text);
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(plain)) return null;
  const found = plain.match(/[.,]/g) ?? [];
  const last = found.at(-1);
  if (last === undefined) return null;
  if (new Set(found).size > 1) return styleOf(last);
  if (found.length > 1) return otherStyle(last);
  if (!/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return styleOf(last);
  return isWhole ? otherStyle(last) : 'unclear';
}

/**
 * The decimal style of a file by all its numbers.
 * @param values numbers as they were written, and whether they are whole by what they count
 */
export function guessDecimals(values: Iterable<[text: string, isWhole: boolean]>): StyleGuess<DecimalStyle> {
  const examples = new Map<DecimalStyle | 'unclear', string>();
  for (const [text, isWhole] of values) {
    const evidence = evidenceOf(text, isWhole);
    if (evidence && !examples.has(evidence)) examples.set(evidence, text);
  }
  if (examples.has('point') && examples.has('comma')) return { style: null, unclear: examples.get('comma')! };
  if (examples.has('comma')) return { style: 'comma', unclear: null };
  if (examples.has('point')) return { style: 'point', unclear: null };
  const unclear = examples.get('unclear') ?? null;
  return { style: unclear === null ? 'point' : null, unclear };
}

/** Reads a number in its file's style: `null` for what is none in it. */
export function readNumber(text: string, style: DecimalStyle): number | null {
  const [decimal, group] = [signs[style], signs[style === 'point' ? 'comma' : 'point']];
  const plain = plainOf(text);
  const shape = new RegExp(`^[+-]?(\\d{1,3}(\\${group}\\d{3})+|\\d+)?(\\${decimal}\\d+)?$`);
  if (!shape.test(plain) || !/\d/.test(plain) || plain.length > 30) return null;
  return Number(plain.replaceAll(group, '').replace(decimal, '.')) + 0;
}
