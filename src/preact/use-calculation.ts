import type { Calculation } from '../lead/calculation.ts';
import { useLatest } from './use-latest.ts';

/** The latest calculation that the visitor made on this page, for whatever stands elsewhere on it; `null` before the first. */
export const useCalculation = (): Calculation | null => useLatest('roi-calculate');
