/** A label inside a sentence: small at the start, unless that is an abbreviation such as CAC. */
export const inText = (label: string): string =>
  /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
