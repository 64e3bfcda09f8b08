import type { TemplateResult } from 'lit/html.js';
import type { Texts } from '../../calculator/worksheet.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';

/** One way to dig into a calculation. Shown only while it is open. */
export interface Panel {
  name: string;
  title(texts: Texts): string;
  /**
   * Makes the panel of one calculator.
   * @param update asks for another rendering, after the panel's own state has changed
   */
  create(update: () => void): (context: CalculatorContext) => TemplateResult;
}
