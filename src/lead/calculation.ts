import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';

/** A calculation as it travels with a lead: enough to compute it again. */
export interface Calculation {
  /**
   * Version of the model that `results` are of. 2: what happens within the months of `inputs.timing`, as
   * `evaluateCampaign` answers it. 1, which is no longer sent: all that ever happens, but of those who order every month
   * only the first one.
   */
  model: 1 | 2;
  /** ISO 4217. */
  currency: string;
  /** Which ROI `results.roi` is: never just "ROI". */
  definition: RoiDefinition;
  /** As entered. Money in major units, rates as fractions. */
  inputs: Record<string, unknown>;
  /** Figures by name; `null` for one that does not exist. */
  results: Record<string, number | null>;
}
