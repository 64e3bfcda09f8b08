/**
 * The point of the standard normal distribution that a share of it lies below, to seven digits.
 * Source: Wichura (1988), Algorithm AS 241 (PPND7), Applied Statistics 37(3).
 */
export function normalAt(share: number): number {
  const fromMiddle = share - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle;
    return (
      (fromMiddle * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    );
  }
  const tail = Math.sqrt(-Math.log(Math.min(share, 1 - share)));
  const r = tail <= 5 ? tail - 1.6 : tail - 5;
  const value =
    tail <= 5
      ? (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
        ((0.12021132975 * r + 0.7370016425) * r + 1)
      : (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) /
        ((0.012258202635 * r + 0.24197894225) * r + 1);
  return fromMiddle < 0 ? -value : value;
}
