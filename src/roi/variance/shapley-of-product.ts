/**
 * Shapley's value of each factor of a product that moves from planned to actual: how much of the change is its own,
 * averaged over every order in which the factors could have moved. The parts sum to the change; a factor that did not
 * move gets exactly zero. Source: Shapley (1953).
 *
 * The average over all subsets needs only their sizes: the coefficients of the product of `planned + actual * x` over
 * the other factors.
 */
export function shapleyOfProduct(planned: readonly number[], actual: readonly number[]): number[] {
  const others = planned.length - 1;
  return planned.map((plan, factor) => {
    const change = actual[factor]! - plan;
    if (change === 0) return 0;
    let bySize = [1];
    for (let other = 0; other <= others; other++) {
      if (other !== factor) bySize = timesLinear(bySize, planned[other]!, actual[other]!);
    }
    // Of n factors, one stands after a set of s others in s! (n - 1 - s)! of n! orders: 1 / (n * choose(n - 1, s)).
    let choose = 1;
    return bySize.reduce((part, sum, size) => {
      if (size > 0) choose *= (others - size + 1) / size;
      return part + (change * sum) / choose / planned.length;
    }, 0);
  });
}

/** A polynomial times `constant + slope * x`, coefficients by rising power. */
function timesLinear(polynomial: readonly number[], constant: number, slope: number): number[] {
  return [...polynomial, 0].map(
    (coefficient, i) => coefficient * constant + (polynomial[i - 1] ?? 0) * slope,
  );
}
