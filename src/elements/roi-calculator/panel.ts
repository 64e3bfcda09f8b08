import type { TemplateResult } from 'lit/html.js';
import type { InputGroup } from '../../i18n/calculator-messages.ts';
import type { Formatter } from '../../i18n/formatter.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Calculation } from '../../lead/calculation.ts';
import type { Campaign } from '../../roi/campaign.ts';
import type { ExpectedCampaign } from '../../roi/expected-campaign.ts';
import type { RoiDefinition } from '../../roi/metric.ts';
import type { Scenario } from './scenario.ts';

/** The messages of one part, in the calculator's language and with its owner's words. */
export type Texts = <Part extends keyof Messages>(part: Part) => Messages[Part];

/** What a panel is given to show. */
export interface PanelContext {
  /** The campaign as entered, with its ranges and counts. */
  campaign: Campaign;
  /** The same at its likeliest point, with every default filled in. */
  expected: ExpectedCampaign;
  definition: RoiDefinition;
  /** Of the element. */
  id: string;
  /** What the person has decided. */
  scenario: Partial<Scenario>;
  /** All of it with its figures, ready to travel. */
  calculation(): Calculation;
  /** Tells the page what happened. */
  tell(type: string, detail: unknown): void;
  texts: Texts;
  format: Formatter;
}

/** One way to dig into a calculation. Shown only while it is open. */
export interface Panel {
  name: string;
  title(texts: Texts): string;
  /** Inputs that matter only to this panel, and are asked for where it is there. */
  asks?: InputGroup;
  /**
   * Makes the panel of one calculator.
   * @param update asks for another rendering, after the panel's own state has changed
   */
  create(update: () => void): (context: PanelContext) => TemplateResult;
}

/** Where a scenario outlives the page. */
export interface Memory {
  /** @param id of the element, so that two on one page do not share */
  recall(id: string): Partial<Scenario> | null;
  remember(scenario: Partial<Scenario>, id: string): void;
}
