/**
 * Places values between two margins of a picture, in percent of its width: pictures are as wide as their container,
 * and their text keeps its size.
 * @param margin percent left free on either side
 */
export function scale(values: readonly number[], margin: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (high === low ? 50 : margin + ((100 - 2 * margin) * (value - low)) / (high - low));
}
