import { html, nothing, type TemplateResult } from 'lit/html.js';

export interface BarRow {
  /** Whose colour and pattern it has. */
  owner?: string;
  name: string;
  /** Below the name: whose it is, and what else is to be known of it. */
  note?: string;
  cells: readonly unknown[];
  /** Lines of a picture 16 px high; the cells say the same in figures. */
  bar?: unknown;
}

/** Figures as a table with a bar in each row: a picture and its table at once. */
export const barTable = (
  columns: readonly string[],
  rows: readonly BarRow[],
  foot: unknown = nothing,
): TemplateResult =>
  html`<table class="parts">
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ owner, name, note, cells, bar }) =>
          html`<tr class=${owner}>
            <th scope="row">${name}${note && html`<br /><span class="quiet">${note}</span>`}</th>
            ${cells.map(
              (cell, at) =>
                html`<td>
                  ${cell} ${bar && at === cells.length - 1 ? html`<svg aria-hidden="true" height="16">${bar}</svg>` : nothing}
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
    ${foot}
  </table>`;

/** Something that may be wider than its place: it scrolls, by keyboard, too. */
export const scrolled = (title: string, content: TemplateResult): TemplateResult =>
  html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>${content}</div>`;
