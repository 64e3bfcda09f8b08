/** The contract: leads for whoever receives them, and configurations for whoever writes them. */
export { calculatorConfigSchema } from './contract/calculator-config.ts';
export type { ProfiledPart } from './contract/consented-part.ts';
export { envelopeSchema } from './contract/envelope-schema.ts';
export { leadFormConfigSchema } from './contract/lead-form-config.ts';
export { leadJsonSchema } from './contract/lead-json-schema.ts';
export { type ParsedEnvelope, parseEnvelope } from './contract/parse-envelope.ts';
export type { Problem } from './contract/problem.ts';
export { scoringSchema } from './contract/scoring-schema.ts';
export { talliesSchema } from './contract/tally-schema.ts';
export { profileOf, type Said } from './form/said.ts';
export { clickIds } from './lead/click-ids.ts';
export { holds, type Term, termsOf } from './lead/condition.ts';
export { type Consent, isGranted, isRefused } from './lead/consent.ts';
export { isEmailAddress } from './lead/email-address.ts';
export type { Envelope } from './lead/envelope.ts';
export { rescored } from './lead/rescored.ts';
export {
  allowedScore,
  behaviourOf,
  defaultScoring,
  factsOf,
  mostRules,
  type Score,
  type ScoreRule,
  type Scoring,
  scoreOf,
} from './lead/score.ts';
export type { Tally } from './lead/tally.ts';
