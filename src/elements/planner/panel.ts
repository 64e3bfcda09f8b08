import type { Scenario } from '../../calculator/scenario.ts';
import type { Cell } from '../../calculator/share/csv-text.ts';
import type { Texts, Worksheet } from '../../calculator/worksheet.ts';
import type { Content } from '../../markup/markup.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';

/** One way to dig into a calculation: all that is known of it outside of its folder. */
export interface Panel {
  /** Also what its entries begin with in a scenario and in a link: `goal-deadline`. */
  name: string;
  title(texts: Texts): string;
  styles?: string;
  /**
   * Makes the panel of one calculator. It is worked out only while it is the place somebody is at.
   * @param update asks for another rendering, after the panel's own state has changed
   * @param place it is shown in; connected while the panel is open
   */
  create(update: () => void, place: HTMLElement): (context: CalculatorContext) => Content;
  /** Whether it is part of a plan that is printed or saved; if it does not say, where something was entered into it. */
  isReported?(sheet: Worksheet): boolean;
  /** What it adds to a plan that is saved as a table, and as JSON. */
  rows?(sheet: Worksheet): Cell[][] | Promise<Cell[][]>;
  saved?(sheet: Worksheet): object | null | Promise<object>;
}

/** Whether somebody has entered something into a panel. */
export const hasEntries = ({ name }: Pick<Panel, 'name'>, { entries = {} }: Partial<Scenario>): boolean =>
  Object.keys(entries).some((entry) => entries[entry] !== null && entry.startsWith(`${name}-`));

/** Whether a panel is part of a plan that is printed or saved. */
export const isReported = (panel: Pick<Panel, 'name' | 'isReported'>, sheet: Worksheet): boolean =>
  panel.isReported?.(sheet) ?? hasEntries(panel, sheet.scenario);
