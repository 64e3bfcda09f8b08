import { css } from '../shared/style-sheet.ts';

export const roiCalculatorStyles = css`
  :host {
    --marketing: var(--unisono-marketing, #2a6fdb);
    --sales: var(--unisono-sales, #c2570c);
  }
  .layout {
    display: grid;
    gap: calc(6 * var(--space));
    margin-block-start: calc(4 * var(--space));
  }
  .headline {
    font-size: 1.953em;
    line-height: 1.2;
    font-weight: 600;
    text-wrap: balance;
  }
  .inputs,
  .group,
  .results {
    display: grid;
    gap: calc(4 * var(--space));
    align-content: start;
  }
  .layout > *,
  .results > * {
    min-inline-size: 0;
  }
  .inputs > button {
    justify-self: start;
  }
  fieldset,
  legend,
  h3 {
    margin: 0;
    padding: 0;
    min-inline-size: 0;
    border: 0;
  }
  .group > legend {
    inline-size: 100%;
    padding: calc(3 * var(--space)) 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(5 * var(--space));
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--space));
    min-block-size: 44px;
    cursor: pointer;
  }
  .definition {
    display: grid;
  }
  .definition span,
  summary {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(4 * var(--space));
  }
  .control {
    position: relative;
    display: block;
  }
  .control input {
    padding-inline-end: 44px;
    text-align: end;
  }
  .control button + input {
    padding-inline: 44px 88px;
  }
  .unit,
  .control button {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    min-inline-size: 44px;
    padding: 0;
    border: 0;
    color: var(--muted);
  }
  .control button:first-child {
    inset-inline: 0 auto;
  }
  .unit {
    pointer-events: none;
  }
  button + input + .unit {
    inset-inline-end: 44px;
  }
  [type='range'] {
    inline-size: 100%;
    block-size: 24px;
    accent-color: var(--owner, var(--accent));
  }
  .marketing {
    --owner: var(--marketing);
  }
  .sales {
    --owner: var(--sales);
  }
  .lens {
    padding-inline-start: calc(3 * var(--space));
    border-inline-start: 4px solid var(--owner, transparent);
  }
  h3 {
    font-size: 1em;
  }
  summary {
    min-block-size: 44px;
    padding-block: var(--space);
    align-items: center;
    cursor: pointer;
  }
  summary::after {
    content: '+' / '';
    inline-size: 1em;
    text-align: end;
    color: var(--muted);
  }
  [open] > summary::after {
    content: '\2013' / '';
  }
  .group > legend,
  .figure,
  .panel {
    border-block-start: 1px solid var(--hair);
  }
  .figure > summary > span {
    flex: 1;
  }
  .figure p {
    padding-block-end: calc(3 * var(--space));
  }
  .reason {
    font-weight: 400;
    color: var(--muted);
  }
  svg {
    display: block;
    inline-size: 100%;
    overflow: visible;
    font-size: 14px;
    fill: currentColor;
  }
  rect {
    fill: var(--owner, currentColor);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
  }
  th,
  td {
    padding: calc(2 * var(--space)) var(--space);
    border-block-end: 1px solid var(--hair);
    font-weight: 400;
    text-align: end;
  }
  th:first-child {
    text-align: start;
  }
  .group > legend,
  .panel > summary {
    font-size: 1.25em;
    font-weight: 600;
  }
  @container (inline-size >= 44em) {
    .layout {
      grid-template: auto 1fr / minmax(16em, 5fr) 7fr;
      column-gap: calc(12 * var(--space));
    }
    .inputs {
      grid-area: 1 / 1 / 3;
    }
    .headline {
      font-size: 2.441em;
    }
  }
`;
