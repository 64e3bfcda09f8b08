/**
 * Corrects probabilities for having looked many times, by Holm (1979): each answer can be held against the level that
 * was meant for all of the looks together.
 */
export function holm(probabilities: readonly number[]): number[] {
  const corrected = new Array<number>(probabilities.length);
  let least = 0;
  probabilities
    .map((probability, at) => ({ probability, at }))
    .sort((one, other) => one.probability - other.probability)
    .forEach(({ probability, at }, rank) => {
      least = Math.max(least, Math.min(1, probability * (probabilities.length - rank)));
      corrected[at] = least;
    });
  return corrected;
}
