import type { Input } from './input.ts';
import { inputs } from './inputs.ts';

const twoDigits = (value: number) => Number(value.toPrecision(2));

/** The far end of an input's slider: four times what stands there on arrival, or all there is. */
function sliderEnd({ unit, arrival }: Input): number {
  if (unit === 'percent') return 1;
  const usual = typeof arrival === 'number' && arrival ? arrival : (inputs.media.arrival as number);
  return unit === 'months' ? 36 : 4 * usual;
}

/** Where a value stands on its slider, 0 to 100. Squared, so that small values have room. */
export const sliderPosition = (value: number, input: Input): number =>
  100 * Math.sqrt(Math.min(1, value / sliderEnd(input)));

/** The value at a position, rounded to two digits. */
export function sliderValue(position: number, input: Input): number {
  const value = twoDigits((position / 100) ** 2 * sliderEnd(input));
  return input.unit === 'count' || input.unit === 'months' ? Math.round(value) : value;
}

/** A value one step on: a tenth of its magnitude, and whole for what is counted. */
export function stepped(value: number, direction: number, { unit }: Input): number {
  const shown = unit === 'percent' ? value * 100 : value;
  const magnitude = 10 ** (Math.floor(Math.log10(shown || 1)) - 1);
  const step =
    unit === 'count' || unit === 'months' || unit === 'number' ? Math.max(1, magnitude) : magnitude;
  const next = Math.max(0, Math.round((shown + direction * step) / step) * step);
  return unit === 'percent' ? Math.min(100, next) / 100 : next;
}
