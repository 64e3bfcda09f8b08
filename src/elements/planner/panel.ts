import type { TemplateResult } from 'lit/html.js';
import type { Scenario } from '../../calculator/scenario.ts';
import type { Cell } from '../../calculator/share/csv-text.ts';
import type { Texts, Worksheet } from '../../calculator/worksheet.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';

/** One way to dig into a calculation: all that is known of it outside of its folder. */
export interface Panel {
  /** Also what its entries begin with in a scenario and in a link: `goal-deadline`. */
  name: string;
  title(texts: Texts): string;
  styles?: string;
  /**
   * Makes the panel of one calculator. It is shown only while it is open.
   * @param update asks for another rendering, after the panel's own state has changed
   */
  create(update: () => void): (context: CalculatorContext) => TemplateResult;
  /** Whether it stands on a printed plan; if it does not say, where something was entered into it. */
  isPrinted?(sheet: Worksheet): boolean;
  /** What it adds to a plan that is saved as a table, and as JSON, where something was entered into it. */
  rows?(sheet: Worksheet): Cell[][];
  saved?(sheet: Worksheet): object | null;
}

/** Whether somebody has entered something into a panel. */
export const hasEntries = ({ name }: Pick<Panel, 'name'>, { entries = {} }: Partial<Scenario>): boolean =>
  Object.keys(entries).some((entry) => entries[entry] !== null && entry.startsWith(`${name}-`));
