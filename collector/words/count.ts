/** A number with its word; of a number that is written already, the same. */
export const count = (number: number | string, one: string, many: string): string =>
  `${number} ${`${number}` === '1' ? one : many}`;
