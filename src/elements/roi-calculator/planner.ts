import type { Answer } from '../../calculator/answer.ts';
import type { Assumption, Scenario } from '../../calculator/scenario.ts';
import type { Texts, Worksheet } from '../../calculator/worksheet.ts';
import type { CalculatorMessages, InputGroup, PresetName } from '../../i18n/calculator-messages.ts';

/** The element, as far as a planner needs it. Its `id` tells two on one page apart. */
export interface CalculatorHost extends HTMLElement {
  requestUpdate(): void;
  /** Resolves when the element shows what was last asked for. */
  updateComplete: Promise<void>;
  /** Takes up the scenario of the page's link, or the one that was kept. */
  recall(): void;
  /** Tells the page what happened. */
  tell(type: string, detail: unknown): void;
}

/** What stands in a calculator, and what can be done with it. */
export interface CalculatorContext extends Worksheet {
  host: CalculatorHost;
  /** Takes up another decision of the person's. */
  decide(decision: Partial<Scenario>): void;
  /** The same for a control whose name is what it decides. */
  choose(event: Event): void;
}

/** What a team plans with: all that a calculator can do beyond its answer. One for each calculator. */
export interface Planner {
  /** Inputs that matter only for planning. */
  asks: readonly InputGroup[];
  /** The calculator's messages with words for what only planning asks for, and for how sure an answer is. */
  speak(texts: Texts, answer: Answer): CalculatorMessages;
  /** What a preset assumes; nothing without one. */
  assumed(preset: PresetName | null | undefined): Assumption;
  /** The scenario of the page's link, or the one that the tab or the device has kept; null for none. */
  recall(id: string): Partial<Scenario> | null;
  /** @param address of another page that is to have it, too: this one in another language */
  remember(scenario: Partial<Scenario>, id: string, address?: string): void;
  /** Forgets what is being typed, since another scenario takes its place. */
  begin(): void;
  /** Fills the place above all. */
  before(place: HTMLElement, context: CalculatorContext): void;
  /** Fills the place of the figures, with the full funnel. */
  after(place: HTMLElement, context: CalculatorContext): void;
}
