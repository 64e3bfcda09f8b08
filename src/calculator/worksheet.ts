import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import type { Formatter } from '../i18n/formatter.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Calculation } from '../lead/calculation.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import type { Answer } from './answer.ts';
import type { Scenario } from './scenario.ts';
import type { WholeScenario } from './whole-scenario.ts';

/** The messages of one part, in the calculator's language and with its owner's words. */
export type Texts = <Part extends keyof Messages>(part: Part) => Messages[Part];

/** All that stands in a calculator at one moment, and how it is said. Whatever shows or saves some of it is given all. */
export interface Worksheet extends Answer {
  /** What the person has decided: always what it is now, also for whoever was given it before. */
  scenario: Partial<Scenario>;
  /** The same with everything that the owner, a preset or we put in where they decided nothing. */
  whole: WholeScenario;
  definition: RoiDefinition;
  isFull: boolean;
  /** The answer as it travels. */
  calculation: Calculation;
  /** The calculator's own messages, with the planner's words for what only planning asks. */
  messages: CalculatorMessages;
  texts: Texts;
  format: Formatter;
}
