import { presets, type Scenario, type WholeScenario, wholeScenario } from 'unisono/calculator';

/** A plan of a link with every number that counts, on a page whose owner has set none. */
export const wholePlan = (scenario: Partial<Scenario>): WholeScenario =>
  wholeScenario(scenario, undefined, scenario.preset ? presets[scenario.preset] : undefined);
