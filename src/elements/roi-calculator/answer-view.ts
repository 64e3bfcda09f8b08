import { answerSentence, isLoss } from '../../calculator/answer-sentence.ts';
import { inputLabel } from '../../calculator/input-label.ts';
import { unknownResults } from '../../calculator/scenario.ts';
import { lacksResults } from '../../calculator/whole-scenario.ts';
import { fill } from '../../i18n/fill.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import { balanceView } from './balance-view.ts';
import type { CalculatorContext } from './planner.ts';
import { lensView } from './results-view.ts';

/** What the answer rests on. */
export interface Basis {
  /** Whether some input cannot be read, so that an older answer stands. */
  isStale: boolean;
  /** Whether some number in it is not the person's own. */
  isGuessed: boolean;
}

/** The answer as one sentence, or what is asked for before there is one. */
function headline({ roi, figures, definition, whole, messages, format }: CalculatorContext): Markup {
  const profit = figures.profit.value;
  const isPast = whole.mode === 'evaluate';
  const unknown = isPast ? unknownResults(whole.values) : [];
  return markup(
    'p',
    { class: `headline ${isLoss(profit) ? 'lost' : ''}` },
    unknown[0]
      ? fill(messages.awaited, { names: unknown.map((name) => inputLabel(name, whole, messages)).join(', ') })
      : answerSentence(roi[definition], definition, messages, format, profit, isPast),
  );
}

/** The answer: a sentence, a picture and three figures. */
export function answerView(context: CalculatorContext, { isStale, isGuessed }: Basis): Markup {
  const { definition, expected, messages, format, whole } = context;
  const isAwaited = lacksResults(whole);
  return markup(
    'div',
    { class: 'answer' },
    markup(
      'div',
      { part: 'headline' },
      markup(
        'p',
        { class: 'quiet' },
        isStale && !isAwaited ? messages.lastResult : messages.definitions[definition],
        whole.mode !== 'evaluate' &&
          ` · ${fill(messages.within, { months: format.months(expected.timing!.months) })}`,
        ...(isGuessed ? [' · ', markup('strong', {}, messages.exampleResult)] : []),
      ),
      ' ',
      headline(context),
    ),
    balanceView(context),
    !isAwaited && lensView('shared', context),
    expected.churn !== null && markup('p', { class: 'quiet' }, messages.monthly),
  );
}

/** The same sentence while the answer itself is out of sight, over the fields that somebody types into. */
export const answerStrip = (context: CalculatorContext): Markup =>
  markup('div', { class: 'strip', hidden: true, 'aria-hidden': 'true' }, headline(context));
