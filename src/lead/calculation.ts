import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';

/**
 * Versions of the model. 2: results are of what happens within the months of `inputs.timing`, as `evaluateCampaign`
 * answers it. 1, which is no longer sent: of all that ever happens, but of those who order every month only of their
 * first one.
 */
export const models = [1, 2] as const;

/** A calculation as it travels with a lead: enough to compute it again. */
export interface Calculation {
  /** The version that `results` are of. */
  model: (typeof models)[number];
  /** ISO 4217. */
  currency: string;
  /** Which ROI `results.roi` is: never just "ROI". */
  definition: RoiDefinition;
  /** As entered. Money in major units, rates as fractions. */
  inputs: Record<string, unknown>;
  /** Figures by name; `null` for one that does not exist. */
  results: Record<string, number | null>;
}
