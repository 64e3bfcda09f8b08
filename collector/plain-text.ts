/** NUL, which PostgreSQL refuses in a text, and halves of a character, which are none in UTF-8. */
const unstorable = /[\0\p{Surrogate}]/gu;

/** A text that any database takes: what no text may hold becomes the mark for an unreadable character. */
export const plainText = (text: string): string => text.replace(unstorable, '\uFFFD');
