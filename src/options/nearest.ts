/** How many letters two names differ by, between the beginning and the end that they share. */
function difference(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let begin = 0;
  while (begin < short.length && short[begin] === long[begin]) begin++;
  let end = 0;
  while (end < short.length - begin && short.at(-1 - end) === long.at(-1 - end)) end++;
  return long.length - begin - end;
}

/** The name that was probably meant: one that differs by a letter or two side by side, and by a third at most. */
export const nearest = (name: string, names: readonly string[]): string | undefined =>
  names.find((known) => difference(name, known) <= Math.min(2, known.length / 3));
