import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import type { Formatter } from '../i18n/formatter.ts';
import { inText } from '../i18n/in-text.ts';
import type { Metric } from '../roi/metrics/metric.ts';

const signs: Record<string, string> = { '*': '×', '-': '−', '/': '÷' };
const token = /[A-Za-z]\w*|[*/-]/g;

/** A metric's formula twice: in words, and with the numbers put in (rates as fractions, money in major units). */
export function formulaText(
  { formula, terms }: Metric,
  { inputs, stages, figures, terms: names }: CalculatorMessages,
  { number }: Formatter,
): { words: string; numbers: string } {
  const words: Record<string, string> = {
    ...inputs,
    ...stages,
    ...figures,
    ...names,
    margin: inputs.grossMargin,
  };
  const replace = (name: (term: string) => string) =>
    formula.replace(token, (found) => signs[found] ?? name(found));
  return {
    words: replace((term) => inText(words[term] ?? term)),
    numbers: replace((term) => (terms[term] == null ? '–' : number(terms[term]))),
  };
}
