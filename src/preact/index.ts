/** unisono/preact: the elements as typed components, and what visitors do with them as hooks. */

export type { LeadForm as LeadFormElement, LeadReceipt } from '../elements/lead-form/lead-form.ts';
export type { LeadFormConfig } from '../elements/lead-form/lead-form-options.ts';
export type { RoiCalculator as RoiCalculatorElement } from '../elements/roi-calculator/roi-calculator.ts';
export type { CalculatorConfig } from '../elements/roi-calculator/roi-calculator-options.ts';
export type { Calculation } from '../lead/calculation.ts';
export { LeadForm, type LeadFormProps } from './lead-form.ts';
export { RoiCalculator, type RoiCalculatorProps } from './roi-calculator.ts';
export { useCalculation } from './use-calculation.ts';
export { useLeadReceipt } from './use-lead-receipt.ts';
