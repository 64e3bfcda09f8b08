/** Letters beyond ASCII. What is not seen among them is refused by `unseen`. */
const foreign = '\\u00a1-\\uffff';
/** Blanks, and signs that take no room or turn the text around: pasted along, or meant to deceive. */
const unseen = '[\\s\\u200b\\u200e-\\u206f]';
const end = `[a-zA-Z0-9${foreign}]`;
const label = `${end}(?:[a-zA-Z0-9${foreign}-]{0,61}${end})?`;

/**
 * An e-mail address in the sense of `<input type="email">`:
 * the pattern of https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address, and beyond it letters of every
 * language on both sides of the `@` (`用户@例え.jp`), which mail has known since RFC 6531. What a browser's own check
 * lets through is let through here.
 */
export const emailAddress: RegExp = /* @__PURE__ */ new RegExp(
  `^(?!.*${unseen})[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~${foreign}-]+@${label}(?:\\.${label})*$`,
);

export const isEmailAddress = (text: string): boolean => emailAddress.test(text);
