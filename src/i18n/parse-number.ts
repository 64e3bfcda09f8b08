import { decimalSeparator } from './decimal-separator.ts';

/** What stands around digits, seen or not: what is copied from a page may hold marks that nobody sees. */
const decoration = /[\s'’%\p{Sc}\p{Cf}]|\b(?!MLN\b)[A-Z]{3}\b/gu;
const grouped = /^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/;

/** What people write behind a number in place of zeros. */
const multiples: Readonly<Record<string, number>> = { k: 1e3, mila: 1e3, m: 1e6, mln: 1e6 };

/**
 * Reads a number as people write it: `1.234,50`, `1,234.50`, `1'234`, `€ 12`, `3 %`, `−5`; `5k`, `1.2 mln`; and `1e6`, as spreadsheets do.
 * A comma or a point is taken for what it must be; the locale decides only what is truly ambiguous:
 * `1.234` is 1234 in Italian and 1.234 in English, while `12.5` and `12,5` are twelve and a half in both.
 *
 * @returns `null` for what is no number
 */
export function parseNumber(text: string, locale: string): number | null {
  const plain = text.replace(decoration, '').replace('−', '-');
  // Of more digits than any number has, none is worth a look.
  if (plain.length < 400 && /^[+-]?\d+(\.\d+)?e\+?\d+$/i.test(plain)) {
    return Number.isFinite(Number(plain)) ? Number(plain) + 0 : null;
  }
  const [, few, multiple] = /^([^a-z]*\d)(k|mila|m|mln)$/i.exec(plain.slice(0, 400)) ?? [];
  if (few) {
    const value = parseNumber(few, locale);
    return value && Number((value * multiples[multiple!.toLowerCase()]!).toPrecision(12));
  }
  const [, sign, digits] = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(plain) ?? [];
  if (digits === undefined) return null;

  const separators = digits.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  const kinds = new Set(separators).size;
  const isGrouping =
    kinds === 1 &&
    grouped.test(digits) &&
    !/^0/.test(digits) &&
    (separators.length > 1 || last !== decimalSeparator(locale));

  let [whole = '', fraction = ''] = [digits];
  if (last && !isGrouping) {
    const at = digits.lastIndexOf(last);
    whole = digits.slice(0, at);
    fraction = digits.slice(at + 1);
    if (whole.includes(last) || (/[.,]/.test(whole) && !grouped.test(whole))) return null;
  }
  const value = Number(`${whole.replace(/[.,]/g, '') || '0'}.${fraction || '0'}`);
  return Number.isFinite(value) ? (sign === '-' && value ? -value : value) : null;
}
