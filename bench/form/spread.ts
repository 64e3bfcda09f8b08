/** The middle of some measurements, and the middle of either half. */
export interface Spread {
  median: number;
  lower: number;
  upper: number;
}

/** Quartiles between two measurements lie where a straight line between them does. */
export function spread(measured: readonly number[]): Spread {
  const sorted = [...measured].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)]!;
    return below + (sorted[Math.ceil(place)]! - below) * (place % 1);
  };
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) };
}
