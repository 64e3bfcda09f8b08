/** Monthly amounts, each spread over the months that follow by a distribution: `out[t] = sum of a[t - k] * b[k]`. */
export function convolve(amounts: readonly number[], shares: readonly number[]): number[] {
  if (shares.length === 1 && shares[0] === 1) return [...amounts];
  const spread = new Array<number>(amounts.length + shares.length - 1).fill(0);
  for (let month = 0; month < amounts.length; month++) {
    for (let later = 0; later < shares.length; later++) {
      spread[month + later]! += amounts[month]! * shares[later]!;
    }
  }
  return spread;
}
