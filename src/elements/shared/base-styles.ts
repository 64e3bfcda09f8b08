import { css } from './style-sheet.ts';

/**
 * What both elements share: the owner's tokens, and native controls at home on a stranger's page.
 * The page's font and text colour are inherited and every other tone is mixed from them, so that a dark page needs
 * no telling. Accent, marketing and sales have one middle tone each that holds 3:1 on white and on black alike:
 * `light-dark()` would stay light wherever a dark page does not set `color-scheme`.
 */
export const baseStyles = css`
  :host {
    --accent: var(--unisono-accent, #1f66cc);
    --alert: #d33a2c;
    --muted: var(--unisono-muted, color-mix(in srgb, currentColor 74%, transparent));
    --line: color-mix(in srgb, currentColor 55%, transparent);
    --hair: color-mix(in srgb, currentColor 16%, transparent);
    --radius: var(--unisono-radius, 6px);
    --space: var(--unisono-space, 4px);
    display: block;
    min-inline-size: 0;
    max-inline-size: 100%;
    box-sizing: border-box;
    background: var(--unisono-surface, transparent);
  }
  /* What is ours. A form of the owner's own stands beside it in the slot, and keeps the page's look. */
  .text {
    accent-color: var(--accent);
    color: var(--unisono-text, inherit);
    font-family: var(--unisono-font, inherit);
    font-size: max(1rem, 16px);
    line-height: 1.5;
    text-align: start;
    letter-spacing: normal;
    text-transform: none;
    text-indent: 0;
    white-space: normal;
    overflow-wrap: break-word;
    font-variant-numeric: tabular-nums;
  }
  /* What the element is wide by itself, in a row, a grid or a dialog: the container that its layout asks has no width. */
  :host::before {
    content: '';
    display: block;
    inline-size: var(--width, 30em);
  }
  .container {
    container-type: inline-size;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    min-inline-size: 0;
    border: 0;
  }
  h2 {
    font-size: 1.5625em;
    line-height: 1.2;
    font-weight: 600;
    text-wrap: balance;
  }
  input,
  select,
  textarea,
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  input:not([type='checkbox'], [type='radio'], [type='range']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(2 * var(--space)) calc(3 * var(--space));
    background: transparent;
    border: 1px solid;
    border-color: var(--line);
    border-radius: var(--radius);
  }
  [type='checkbox'],
  [type='radio'] {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  [aria-invalid='true']:not(fieldset) {
    border-color: var(--alert) !important;
    box-shadow: inset 0 0 0 1px var(--alert);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  button {
    min-block-size: 44px;
    padding: calc(2 * var(--space)) calc(4 * var(--space));
    background: transparent;
    border: 1px solid;
    border-color: var(--line);
    border-radius: var(--radius);
    cursor: pointer;
  }
  .quiet,
  .note {
    color: var(--muted);
    font-size: 0.875em;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(60%);
    align-items: end;
    align-content: end;
    gap: var(--space) calc(3 * var(--space));
  }
  .field > :nth-child(n + 3) {
    grid-column: 1 / -1;
  }
  .note {
    text-align: end;
  }
  .note[part='error'] {
    color: inherit;
    font-weight: 600;
  }
  .note[part='error']::before {
    content: '\26a0\00a0' / '';
    color: var(--alert);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
