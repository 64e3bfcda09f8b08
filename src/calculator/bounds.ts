import type { MetricUnit } from '../roi/metrics/metric.ts';

/** Which numbers a field takes, in a unit of the model: money in major units, rates as fractions. */
export interface Bounds {
  unit: MetricUnit;
  /** Of months: whole, and at least one. Otherwise any time will do. */
  isWhole?: boolean;
  /** Of what a campaign comes to: less than nothing, too, and a fraction that may exceed 1. */
  maySink?: boolean;
}

/** Less than this is nothing: what is divided by it would be beyond what a number holds. */
export const smallest = 1e-9;

/** More than this no campaign reaches, whatever is counted. */
export const largest = 1e12;

/** The most that a field takes: all there is, ten years, or what no campaign reaches. */
export const limitOf = ({ unit, maySink }: Bounds): number =>
  unit === 'months' ? 120 : unit === 'fraction' && !maySink ? 1 : largest;

/** A number that a field takes in place of one of nothing or more that may be too much, or too little for what is whole. */
export const within = (value: number, bounds: Bounds): number =>
  Math.min(limitOf(bounds), Math.max(bounds.isWhole ? 1 : 0, value));

/** Whether a field takes a number. */
export function takes(value: number, bounds: Bounds): boolean {
  const size = bounds.maySink ? Math.abs(value) : value;
  const isEnough = bounds.isWhole ? Number.isInteger(value) && value >= 1 : value === 0 || size >= smallest;
  return isEnough && size <= limitOf(bounds);
}
