import { decimalSeparator } from './decimal-separator.ts';

/**
 * What else a text may mean that has one separator before three digits: `5.000` is five in English, and so is `5,000` in
 * Italian, but five thousand to many who write it. Null where nothing else can be meant, as with a `k` or a `mln` behind.
 */
export function otherReading(text: string, locale: string): number | null {
  const [, whole, separator, rest] = /^\D*([1-9]\d{0,2})([.,])(\d{3})(?!.*[km])\D*$/.exec(text) ?? [];
  return separator === decimalSeparator(locale) ? Number(whole! + rest!) : null;
}
