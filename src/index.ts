export * from './delivery/destination.ts';
export * from './delivery/receipt.ts';
export {
  LeadForm,
  type LeadFormConfig,
  type LeadMoment,
  type LeadReceipt,
} from './elements/lead-form/lead-form.ts';
export { sendTest } from './elements/lead-form/send-test.ts';
export { defineCalculator } from './elements/roi-calculator/define-calculator.ts';
export { type CalculatorConfig, RoiCalculator } from './elements/roi-calculator/roi-calculator.ts';
export { setPageDefaults } from './elements/shared/page-defaults.ts';
export type { ConfigurationProblem } from './elements/shared/unisono-element.ts';
export { registerLocale } from './i18n/locales.ts';
export type { Messages } from './i18n/messages.ts';
export * from './lead/envelope.ts';
export type * from './lead/lead.ts';
export type * from './lead/profile.ts';
export { defaultScoring, type ScoreRule, type Scoring, scoreOf } from './lead/score.ts';
export { type ConsentWord, consent } from './visit/visit.ts';
