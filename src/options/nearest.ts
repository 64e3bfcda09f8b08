/** How many letters have to be added, left out or changed to make one name of another (Levenshtein, 1966). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...one].entries()) {
    const above = row;
    row = [line + 1];
    for (const [at, its] of [...other].entries()) {
      row.push(Math.min(above[at + 1]! + 1, row[at]! + 1, above[at]! + (letter === its ? 0 : 1)));
    }
  }
  return row[other.length]!;
}

/** The name that was probably meant: one that differs by a letter or two, and not by half of them. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((known) => ({ known, far: distance(name, known) }))
    .filter(({ known, far }) => far <= Math.min(2, known.length / 3))
    .sort((a, b) => a.far - b.far);
  return best?.known;
}
