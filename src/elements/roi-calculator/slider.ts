import { type Input, limitOf } from './input.ts';

const isWhole = ({ unit }: Input) => unit === 'count' || unit === 'months' || unit === 'number';

/**
 * The far end of an input's slider: four times what usually stands there, or all there is.
 * @param usual the value before the person touched it
 */
const sliderEnd = ({ unit }: Input, usual: number): number =>
  unit === 'percent' ? 1 : unit === 'months' ? 36 : 4 * (usual || 5000);

/** Where a value stands on its slider, 0 to 100. Squared, so that small values have room. */
export const sliderPosition = (value: number, input: Input, usual: number): number =>
  100 * Math.sqrt(Math.min(1, value / sliderEnd(input, usual)));

/** The value at a position, rounded to two digits. */
export function sliderValue(position: number, input: Input, usual: number): number {
  const value = Number(((position / 100) ** 2 * sliderEnd(input, usual)).toPrecision(2));
  return isWhole(input) ? Math.round(value) : value;
}

/** A value one step on: a tenth of its magnitude, and whole for what is counted. From nothing it is a hundred euros, or one. */
export function stepped(value: number, direction: number, input: Input): number {
  const scale = input.unit === 'percent' ? 100 : 1;
  const shown = value * scale;
  const magnitude = 10 ** (Math.floor(Math.log10(shown || (input.unit === 'money' ? 1000 : 10))) - 1);
  const step = isWhole(input) ? Math.max(1, magnitude) : magnitude;
  const next = (Math.round((shown + direction * step) / step) * step) / scale;
  return Math.min(limitOf(input.unit), Math.max(0, Number(next.toPrecision(12))));
}
