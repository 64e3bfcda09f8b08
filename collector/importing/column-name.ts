/** The name of a column as names are compared: in small letters, without what stands in brackets at its end. */
export const columnName = (name: string): string =>
  name
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The currency that a column is in by its name, such as `Amount spent (EUR)`; `null` where it says none. */
export const currencyIn = (name: string): string | null => /\(([A-Z]{3})\)\s*$/.exec(name)?.[1] ?? null;
