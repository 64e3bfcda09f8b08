/** Marks a text as CSS, for the build to minify. */
export const css = String.raw;

const sheets = new Map<string, CSSStyleSheet>();

/** The one sheet of a text, shared by all elements that adopt it. Adopted sheets work under `style-src 'none'`. */
export function styleSheet(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}
