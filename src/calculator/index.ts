/**
 * unisono/calculator: the calculator without a page. What a person enters becomes a scenario, a scenario a campaign, a
 * campaign an answer, and an answer words. Money is in major currency units, rates are fractions, time is in months.
 * No DOM, no clock. An answer that does not exist is null with a reason.
 */

export type { CalculatorMessages, InputName, PresetName } from '../i18n/calculator-messages.ts';
export { type Formatter, formatter } from '../i18n/formatter.ts';
export { parseNumber } from '../i18n/parse-number.ts';
export { plainNumber } from '../i18n/plain-number.ts';
export { entry } from '../i18n/precision.ts';
export type { Calculation } from '../lead/calculation.ts';
export { type FigureName, lenses } from '../roi/metrics/lenses.ts';
export { actualCampaign, type DueFigures, dueBy } from './actual/actual-campaign.ts';
export { ownerOfPart, unmeasuredWords } from './actual/part-words.ts';
export { type Answer, answerOf } from './answer.ts';
export { answerSentence } from './answer-sentence.ts';
export { type Bounds, limitOf, takes } from './bounds.ts';
export { calculationOf } from './calculation-of.ts';
export { type CalculatorConfig, calculatorOptions } from './calculator-options.ts';
export { figureText } from './figure-text.ts';
export { formulaText } from './formula-text.ts';
export { type GoalAsked, type GoalSheet, goalAsked } from './goal/goal-asked.ts';
export { guessedInputs } from './guessed-inputs.ts';
export type { Input, Quantity } from './input.ts';
export { inputLabel } from './input-label.ts';
export { inputNames, inputs, ownerOf } from './inputs.ts';
export { leverFigure, leverLabel, partLabel } from './lever-words.ts';
export { presets } from './presets.ts';
export { quantityText, quantityValue, readQuantity } from './quantity.ts';
export {
  type Assumption,
  campaignOf,
  type Mode,
  type Scenario,
  type Start,
  type Values,
} from './scenario.ts';
export { type ParsedScenario, parseScenario, scenarioText } from './share/scenario-text.ts';
export { stageInText, stageName } from './stage-name.ts';
export type { TypingError } from './typed-number.ts';
export { type WholeScenario, wholeScenario } from './whole-scenario.ts';
