import { html, type TemplateResult } from 'lit/html.js';

/** The figures of a picture as a table, one keystroke away. The first cell of each row names it. */
export const dataTable = (
  title: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly string[])[],
): TemplateResult =>
  html`<details class="figure">
    <summary>${title}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            ${Object.values(columns).map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, ...cells]) => html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
