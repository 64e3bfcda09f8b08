import type { CalculatorMessages, PresetName } from './calculator-messages.ts';
import type { CashMessages } from './cash-messages.ts';
import type { FormMessages } from './form-messages.ts';
import type { PlannerMessages } from './planner-messages.ts';
import type { ShareMessages } from './share-messages.ts';

/** All that an element says in one language, by element. A script carries only those of its own elements. */
export interface Messages {
  form: FormMessages;
  calculator: CalculatorMessages;
  cash: CashMessages;
  share: ShareMessages;
  presets: Record<PresetName, string>;
  /** The planning panels of the calculator. */
  planner: PlannerMessages;
}
