/** One in ten is below `p10`, half below `p50`, nine in ten below `p90`. */
export interface Percentiles {
  p10: number;
  p50: number;
  p90: number;
}

/** Of those samples that are numbers (interpolated between neighbours), or null when none is. */
export function percentiles(samples: Float64Array): Percentiles | null {
  const sorted = samples.filter((sample) => Number.isFinite(sample)).sort();
  if (sorted.length === 0) return null;
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    return below + (sorted[Math.ceil(place)]! - below) * (place % 1) + 0;
  };
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
