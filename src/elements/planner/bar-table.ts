import { type Content, type Markup, markup } from '../../markup/markup.ts';

export interface BarRow {
  /** Whose colour and pattern it has. */
  owner?: string;
  name: string;
  /** Below the name: whose it is, and what else is to be known of it. */
  note?: string;
  cells: readonly (string | Content)[];
  /** Lines of a picture 16 px high; the cells say the same in figures. */
  bar?: Content;
}

/** Figures as a table with a bar in each row: a picture and its table at once. */
export const barTable = (
  columns: readonly string[],
  rows: readonly BarRow[],
  foot: Markup | false = false,
): Markup =>
  markup(
    'table',
    { class: 'parts' },
    markup('thead', {}, markup('tr', {}, ...columns.map((column) => markup('th', { scope: 'col' }, column)))),
    markup(
      'tbody',
      {},
      ...rows.map(({ owner, name, note, cells, bar }) =>
        markup(
          'tr',
          { class: owner },
          markup(
            'th',
            { scope: 'row' },
            name,
            ...(note ? [markup('br'), ' ', markup('span', { class: 'quiet' }, note)] : []),
          ),
          ...cells.map((cell, at) =>
            markup(
              'td',
              {},
              ...[cell].flat(),
              bar !== undefined &&
                at === cells.length - 1 &&
                markup('svg', { 'aria-hidden': 'true', height: '16' }, ...bar),
            ),
          ),
        ),
      ),
    ),
    foot,
  );

/** Something that may be wider than its place: it scrolls, by keyboard, too. */
export const scrolled = (title: string, content: Markup): Markup =>
  markup('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title }, content);
