import type { TemplateResult } from 'lit/html.js';
import type { CalculatorMessages, InputGroup, PresetName } from '../../i18n/calculator-messages.ts';
import type { Formatter } from '../../i18n/formatter.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Calculation } from '../../lead/calculation.ts';
import type { RoiDefinition } from '../../roi/metric.ts';
import type { Answer } from './answer.ts';
import type { Assumption, Scenario } from './scenario.ts';

/** The messages of one part, in the calculator's language and with its owner's words. */
export type Texts = <Part extends keyof Messages>(part: Part) => Messages[Part];

/** The element, as far as a planner needs it. Its `id` tells two on one page apart. */
export interface CalculatorHost extends HTMLElement {
  requestUpdate(): void;
  /** Takes up the scenario of the page's link, or the one that was kept. */
  recall(): void;
  /** All of it with its figures, ready to travel. */
  readonly calculation: Calculation;
  /** Tells the page what happened. */
  tell(type: string, detail: unknown): void;
}

/** What stands in a calculator, and what can be done with it. */
export interface CalculatorContext extends Answer {
  definition: RoiDefinition;
  host: CalculatorHost;
  isFull: boolean;
  /** What the person has decided: always what it is now, also for whoever was given it before. */
  scenario: Partial<Scenario>;
  /** Takes up another decision of theirs. */
  decide(decision: Partial<Scenario>): void;
  texts: Texts;
  format: Formatter;
}

/** What a team plans with: all that a calculator can do beyond its answer. One for each calculator. */
export interface Planner {
  /** Inputs that matter only for planning. */
  asks: readonly InputGroup[];
  /** The calculator's messages with words for the inputs that only planning asks for. */
  speak(messages: CalculatorMessages, texts: Texts): CalculatorMessages;
  /** What a preset assumes; nothing without one. */
  assumed(preset: PresetName | null | undefined): Assumption;
  /** The scenario of the page's link, or the one that the tab or the device has kept; null for none. */
  recall(id: string): Partial<Scenario> | null;
  remember(scenario: Partial<Scenario>, id: string): void;
  /** Forgets what is being typed, since another scenario takes its place. */
  begin(): void;
  /** Before the inputs. */
  before(context: CalculatorContext): unknown;
  /** After the figures. */
  after(context: CalculatorContext): TemplateResult | readonly TemplateResult[];
}
