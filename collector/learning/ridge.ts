/** Solves a system of linear equations by elimination; the matrix is symmetric and positive. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    for (let below = at + 1; below < size; below++) {
      const factor = rows[below]![at]! / rows[at]![at]!;
      for (let column = at; column <= size; column++) rows[below]![column]! -= factor * rows[at]![column]!;
    }
  }
  const answer = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    const known = answer.reduce(
      (sum, value, column) => sum + (column > at ? rows[at]![column]! * value : 0),
      0,
    );
    answer[at] = (rows[at]![size]! - known) / rows[at]![at]!;
  }
  return answer;
}

const dot = (row: readonly number[], weights: readonly number[]) =>
  row.reduce((sum, value, at) => sum + value * weights[at]!, 0);

const shareAt = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

/** Minus the log likelihood, and what the penalty adds. The first column is the constant: it goes unpunished. */
export function ridgeLoss(
  rows: readonly (readonly number[])[],
  won: readonly boolean[],
  weights: readonly number[],
  penalty: number,
): number {
  const misfit = rows.reduce((sum, row, at) => {
    const logOdds = dot(row, weights) * (won[at] ? 1 : -1);
    return sum + Math.log1p(Math.exp(-Math.abs(logOdds))) + Math.max(0, -logOdds);
  }, 0);
  return misfit + (penalty / 2) * weights.slice(1).reduce((sum, weight) => sum + weight * weight, 0);
}

/**
 * A logistic regression that keeps its weights small, so that two signs that say the same share what they say.
 * By Newton's steps, each halved until it makes the loss no greater.
 * @param rows each beginning with 1 for the constant
 * @returns log odds, the constant first
 */
export function ridge(
  rows: readonly (readonly number[])[],
  won: readonly boolean[],
  penalty: number,
): number[] {
  const size = rows[0]?.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 50; step++) {
    const shares = rows.map((row) => shareAt(dot(row, weights)));
    const punished = (at: number) => (at > 0 ? penalty : 0);
    const slope = weights.map((weight, at) =>
      rows.reduce((sum, row, of) => sum + row[at]! * (shares[of]! - Number(won[of])), punished(at) * weight),
    );
    const curve = weights.map((_, at) =>
      weights.map((_, other) =>
        rows.reduce(
          (sum, row, of) => sum + row[at]! * row[other]! * shares[of]! * (1 - shares[of]!),
          at === other ? punished(at) + 1e-9 : 0,
        ),
      ),
    );
    const move = solve(curve, slope);
    const before = ridgeLoss(rows, won, weights, penalty);
    const moved = (part: number) => weights.map((weight, at) => weight - part * move[at]!);
    let part = 1;
    while (part > 1e-6 && ridgeLoss(rows, won, moved(part), penalty) > before) part /= 2;
    if (part <= 1e-6) break;
    weights = moved(part);
    if (Math.max(...move.map(Math.abs)) < 1e-10) break;
  }
  return weights;
}
