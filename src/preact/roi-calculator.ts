import { type CalculatorConfig, calculatorOptions } from '../calculator/calculator-options.ts';
import { defineCalculator } from '../elements/roi-calculator/define-calculator.ts';
import type { RoiCalculator as RoiCalculatorElement } from '../elements/roi-calculator/roi-calculator.ts';
import type { ConfigurationProblem } from '../elements/shared/unisono-element.ts';
import type { Calculation } from '../lead/calculation.ts';
import { registerCalculator } from '../locales/register.ts';
import { type ElementProps, elementComponent } from './element-component.ts';

interface Handlers {
  onRoiCalculate(event: CustomEvent<Calculation>): void;
  /** With `unisono/planner` alone. */
  onRoiShare(event: CustomEvent<{ link: string }>): void;
  onUnisonoProblem(event: CustomEvent<ConfigurationProblem>): void;
}

export type RoiCalculatorProps = ElementProps<RoiCalculatorElement, CalculatorConfig, Handlers>;

/** `<roi-calculator>` for Preact: every option is a property, every event a handler, slots are children. */
export const RoiCalculator = /* @__PURE__ */ elementComponent<
  RoiCalculatorElement,
  CalculatorConfig,
  Handlers
>({
  tag: 'roi-calculator',
  options: calculatorOptions,
  events: { onRoiCalculate: 'roi-calculate', onRoiShare: 'roi-share', onUnisonoProblem: 'unisono-problem' },
  register() {
    registerCalculator();
    defineCalculator();
  },
});
