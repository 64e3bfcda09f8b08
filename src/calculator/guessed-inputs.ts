import type { InputName } from '../i18n/calculator-messages.ts';
import { askedInputs } from './scenario.ts';
import { isGuessed, type WholeScenario } from './whole-scenario.ts';

/** The inputs of a plan that nobody has set, though they count for what comes back: our examples, or a preset's. */
export const guessedInputs = (whole: WholeScenario): InputName[] =>
  askedInputs(whole, () => false).filter((name) => isGuessed(name, whole));
