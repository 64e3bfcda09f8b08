import { type CalculatorConfig, calculatorOptions } from '../calculator/calculator-options.ts';
import { RoiCalculator as RoiCalculatorElement } from '../elements/roi-calculator/roi-calculator.ts';
import { defineElement } from '../elements/shared/define-element.ts';
import type { ConfigurationProblem } from '../elements/shared/unisono-element.ts';
import { registerLocale } from '../i18n/locales.ts';
import type { Calculation } from '../lead/calculation.ts';
import { calculator as en } from '../locales/en.ts';
import { calculator as it } from '../locales/it.ts';
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
    registerLocale('en', { calculator: en });
    registerLocale('it', { calculator: it });
    defineElement('roi-calculator', RoiCalculatorElement);
  },
});
