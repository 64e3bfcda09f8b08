import { type CalculatorMessages, guessedInputs, inputLabel, parseScenario } from 'unisono/calculator';
import type { Agreed } from './agreed.ts';
import { wholePlan } from './whole-plan.ts';

/**
 * What nobody has entered of a plan, as its fields are called: the planner's examples stand there. Nothing for a plan that
 * came as a file, which does not say so.
 */
export function guessedOf({ scenario: text }: Agreed, messages: CalculatorMessages): string[] {
  const scenario = text === null ? null : parseScenario(text, [])?.scenario;
  if (!scenario) return [];
  const whole = wholePlan(scenario);
  return guessedInputs(whole).map((name) => inputLabel(name, whole, messages));
}
