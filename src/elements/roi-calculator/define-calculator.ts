import { defineElement } from '../shared/define-element.ts';
import { RoiCalculator } from './roi-calculator.ts';
import { tabMemory } from './tab-memory.ts';

/** Defines `<roi-calculator>`, whose numbers stay in the tab. A planner keeps them itself. */
export function defineCalculator(): void {
  RoiCalculator.memory = tabMemory;
  defineElement('roi-calculator', RoiCalculator);
}
