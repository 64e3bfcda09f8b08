import type { CalculatorMessages } from './calculator-messages.ts';
import type { FormMessages } from './form-messages.ts';

/** All that an element says in one language, by element. A script carries only those of its own elements. */
export interface Messages {
  form: FormMessages;
  calculator: CalculatorMessages;
}
