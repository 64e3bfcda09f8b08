import { type Evaluate, type ExponentialSum, zerosOfSum } from './zeros-of-sum.ts';

/** All rates at which flows are worth nothing. With several there is no headline rate: show NPV and MIRR instead. */
export interface RatesOfReturn {
  status: 'none' | 'one' | 'several';
  /** Fractions a period (a year for dated flows), above -1 and below 1e15, ascending, distinct. */
  roots: number[];
}

/** Rates from 1e15, the model's largest magnitude, to -1 + 3e-16, the first a number tells from -1; `s = -ln(1 + rate)`. */
const LOWEST = -34.5;
const HIGHEST = 35.7;

/** The rates of a flow given as a sum of exponentials in `s = -ln(1 + rate)`. */
export function ratesOfReturn(flow: ExponentialSum, evaluate: Evaluate): RatesOfReturn {
  const zeros = zerosOfSum(withoutEmptyEnds(flow), evaluate, LOWEST, HIGHEST);
  const roots = zeros.map((s) => Math.expm1(-s) + 0).reverse();
  return { status: roots.length === 0 ? 'none' : roots.length === 1 ? 'one' : 'several', roots };
}

/** Empty first and last periods change no rate, but far out they would drown the flows that do. */
function withoutEmptyEnds({ coefficients, exponents }: ExponentialSum): ExponentialSum {
  const first = coefficients.findIndex((coefficient) => coefficient !== 0);
  const end = coefficients.findLastIndex((coefficient) => coefficient !== 0) + 1;
  return { coefficients: coefficients.slice(first, end), exponents: exponents.slice(first, end) };
}
