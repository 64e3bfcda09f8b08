/** How much is asked for or written at a time, so that nobody else waits long for their turn. */
const portion = 500;

export function* portionsOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += portion) yield list.slice(from, from + portion);
}
