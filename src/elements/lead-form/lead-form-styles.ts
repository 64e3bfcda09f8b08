import { css } from '../shared/style-sheet.ts';

export const leadFormStyles = css`
  :host {
    --on-accent: var(--unisono-on-accent, #fff);
    --width: 44em;
    max-inline-size: min(100%, 44em);
  }
  a {
    color: inherit;
  }
  select,
  option {
    color: CanvasText;
    background: Canvas;
  }
  textarea {
    display: block;
    min-block-size: 6.5em;
    resize: vertical;
  }
  .primary {
    padding-inline: calc(6 * var(--space));
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border-color: transparent;
  }
  form {
    display: grid;
    gap: calc(6 * var(--space));
  }
  .fields {
    display: grid;
    gap: calc(4 * var(--space)) calc(5 * var(--space));
  }
  [data-step] > * + * {
    margin-block-start: calc(6 * var(--space));
  }
  /* Else it is no part of the grid, and its note not beside it. */
  .field > legend {
    float: inline-start;
  }
  [data-step] > legend,
  .accepted strong,
  .handed-over strong,
  .queued strong {
    font-size: 1.25em;
    font-weight: 600;
  }
  .boxes {
    display: grid;
    gap: calc(2 * var(--space));
  }
  .box {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(3 * var(--space));
    align-items: start;
    min-block-size: 44px;
    padding-block: calc(2 * var(--space));
    cursor: pointer;
  }
  .ask {
    display: grid;
    gap: calc(3 * var(--space));
    justify-items: start;
  }
  .note button {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    text-align: end;
    text-decoration: underline;
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .unconnected {
    font-weight: 600;
  }
  .unconnected :last-child {
    margin-block-end: calc(4 * var(--space));
  }
  [role='status'] > p {
    margin-block-start: calc(3 * var(--space));
  }
  [role='status'] a {
    white-space: nowrap;
  }
  .accepted strong::before {
    content: '\2713' / '';
    display: inline-block;
    inline-size: 1.5em;
    margin-inline-end: 0.5em;
    text-align: center;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: 1em;
  }
  a.primary {
    display: inline-block;
    padding-block: calc(2.5 * var(--space));
    text-decoration: none;
    border-radius: var(--radius);
  }
  .actions,
  .kept {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--space));
    align-items: center;
  }
  .kept {
    padding-block-end: calc(4 * var(--space));
    margin-block-end: calc(6 * var(--space));
    border-block-end: 1px solid var(--hair);
  }
  .kept p {
    flex: 1 1 14em;
  }
  dialog {
    inline-size: 44em;
    color: var(--unisono-text, CanvasText);
    background: var(--unisono-surface, Canvas);
    border-color: var(--line);
    border-radius: var(--radius);
  }
  /* A row of its own: beside a float the whole form would be as narrow as its heading. */
  .close {
    display: block;
    margin-inline-start: auto;
  }
  @container (inline-size >= 34em) {
    .fields {
      grid-template-columns: 1fr 1fr;
    }
    .message,
    fieldset.field {
      grid-column: 1 / -1;
    }
    .ask {
      grid-template-columns: auto 1fr;
      align-items: center;
    }
  }
`;
