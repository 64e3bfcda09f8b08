/** Most rows of one statement: of a wide table SQLite would run out of places for values before 1,000. */
const most = 128;

/**
 * Splits rows for statements that come again and again: 100 rows are 64, 32 and 4. A statement's words tell how many
 * rows it has, and to read new words costs a database more than to put the rows into their table.
 */
export function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  let size = most;
  for (let from = 0; from < rows.length; from += size) {
    while (size > rows.length - from) size /= 2;
    yield rows.slice(from, from + size);
  }
}
