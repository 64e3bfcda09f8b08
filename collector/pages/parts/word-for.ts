/** The word for a name that a stranger may have sent: the name itself where we have none. */
export const wordFor = (words: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(words, name) && words[name]) || name;
