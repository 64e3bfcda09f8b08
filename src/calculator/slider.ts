import { within } from './bounds.ts';
import type { Input } from './input.ts';

const isCounted = ({ unit }: Input) => unit !== 'currency' && unit !== 'fraction';

/**
 * The far end of an input's slider: four times what usually stands there, or all there is.
 * @param usual the value before the person touched it
 */
const sliderEnd = ({ unit }: Input, usual: number): number =>
  unit === 'fraction' ? 1 : unit === 'months' ? 36 : 4 * (usual || 5000);

/** Where a value stands on its slider, 0 to 100. Squared, so that small values have room. */
export const sliderPosition = (value: number, input: Input, usual: number): number =>
  100 * Math.sqrt(Math.min(1, value / sliderEnd(input, usual)));

/** The value at a position, rounded to two digits. */
export function sliderValue(position: number, input: Input, usual: number): number {
  const value = Number(((position / 100) ** 2 * sliderEnd(input, usual)).toPrecision(2));
  return within(isCounted(input) ? Math.round(value) : value, input);
}

/** The next round value: a step is a tenth of the magnitude, at least one, or a tenth of a percent. */
export function stepped(value: number, direction: number, input: Input): number {
  const isPercent = input.unit === 'fraction';
  const shown = isPercent ? value * 100 : value;
  // Down from a power of ten the steps are those below it.
  const from = shown * (1 + direction * 1e-9) || 1;
  const step = Math.max(isPercent ? 0.1 : 1, 10 ** (Math.floor(Math.log10(from)) - 1));
  const steps = shown / step;
  const next = (direction > 0 ? Math.floor(steps + 1e-9) + 1 : Math.ceil(steps - 1e-9) - 1) * step;
  return within(Number((isPercent ? next / 100 : next).toPrecision(12)), input);
}
