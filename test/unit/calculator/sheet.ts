import { answerOf } from '../../../src/calculator/answer.ts';
import { calculationOf } from '../../../src/calculator/calculation-of.ts';
import type { Scenario } from '../../../src/calculator/scenario.ts';
import { wholeScenario } from '../../../src/calculator/whole-scenario.ts';
import type { Worksheet } from '../../../src/calculator/worksheet.ts';
import { formatter } from '../../../src/i18n/formatter.ts';
import type { Messages } from '../../../src/i18n/messages.ts';
import * as en from '../../../src/locales/en.ts';

const messages: Messages = { ...en };

/** What stands in an English calculator whose owner has set nothing. */
export function sheetOf(scenario: Partial<Scenario>): Worksheet {
  const whole = wholeScenario(scenario);
  const answer = answerOf(whole);
  return {
    ...answer,
    scenario,
    whole,
    definition: whole.definition,
    isFull: whole.mode === 'full',
    calculation: calculationOf(answer, whole.definition, 'EUR'),
    messages: en.calculator,
    texts: (part) => messages[part],
    format: formatter('en', 'EUR'),
  };
}
