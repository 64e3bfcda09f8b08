import { type Markup, markup } from '../../markup/markup.ts';
import { fieldView } from '../shared/field-view.ts';
import type { CalculatorContext } from './planner.ts';

/** The currencies that the owner offers. */
export function currencyView({ whole, messages, format, choose }: CalculatorContext): Markup {
  const names = new Intl.DisplayNames(format.locale, { type: 'currency' });
  return fieldView(
    { name: 'currency', label: messages.currency, note: '', isInvalid: false },
    '',
    markup(
      'select',
      { id: 'currency', name: 'currency', oninput: choose },
      ...whole.currencies.map((code) =>
        markup(
          'option',
          { value: code, '.selected': code === whole.currency },
          `${code} · ${names.of(code)}`,
        ),
      ),
    ),
  );
}
