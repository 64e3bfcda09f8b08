import type { RoiDefinition } from '../roi/metric.ts';
import type { ReasonCode } from '../roi/reason.ts';

export type InputName =
  | 'media'
  | 'clicks'
  | 'leadRate'
  | 'leads'
  | 'customerRate'
  | 'averageSale'
  | 'grossMargin';
export type FigureName = 'profit' | 'roi' | 'roas' | 'cpl' | 'cac' | 'breakEvenCustomers' | 'breakEvenLeads';

/** What `<roi-calculator>` says. `{places}` are filled in; everything else is shown as it stands. */
export interface CalculatorMessages {
  heading: string;
  example: string;
  /** Above a result made of example values only. */
  exampleResult: string;
  /** Above a result while some input cannot be read. */
  lastResult: string;
  startQuestion: string;
  start: Record<'leads' | 'clicks', string>;
  inputs: Record<InputName, string>;
  figures: Record<FigureName, string>;
  definitions: Record<RoiDefinition, string>;
  /** The answer in a sentence: `{one}` is one unit of the currency, `{back}` what becomes of it. */
  sentences: Record<RoiDefinition, string>;
  reasons: Partial<Record<ReasonCode, string>>;
  noAnswer: string;
  errors: Record<'number' | 'negative' | 'percent' | 'tooLarge', string>;
}
