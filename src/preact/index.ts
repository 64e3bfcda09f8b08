/** unisono/preact: the elements as typed components, and what visitors do with them as hooks. */

export type { CalculatorConfig } from '../calculator/calculator-options.ts';
export type { LeadForm as LeadFormElement, LeadReceipt } from '../elements/lead-form/lead-form.ts';
export type { RoiCalculator as RoiCalculatorElement } from '../elements/roi-calculator/roi-calculator.ts';
export type { LeadFormConfig } from '../form/lead-form-options.ts';
export type { Calculation } from '../lead/calculation.ts';
export { LeadForm, type LeadFormProps } from './lead-form.ts';
export { RoiCalculator, type RoiCalculatorProps } from './roi-calculator.ts';
export { useCalculation } from './use-calculation.ts';
export { useLeadReceipt } from './use-lead-receipt.ts';
