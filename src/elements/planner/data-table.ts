import { type Markup, markup } from '../../markup/markup.ts';

/** The figures of a picture as a table, one keystroke away. The first cell of each row names it. */
export const dataTable = (
  title: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly string[])[],
): Markup =>
  markup(
    'details',
    { class: 'figure' },
    markup('summary', {}, title),
    markup(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title },
      markup(
        'table',
        {},
        markup(
          'thead',
          {},
          markup('tr', {}, ...Object.values(columns).map((column) => markup('th', { scope: 'col' }, column))),
        ),
        markup(
          'tbody',
          {},
          ...rows.map(([name = '', ...cells]) =>
            markup(
              'tr',
              {},
              markup('th', { scope: 'row' }, name),
              ...cells.map((cell) => markup('td', {}, cell)),
            ),
          ),
        ),
      ),
    ),
  );
