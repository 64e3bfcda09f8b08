import { css } from '../shared/style-sheet.ts';

export const plannerStyles = css`
  /* The planner's places: what stands in them is laid out as if it stood beside the rest. */
  .planned {
    display: contents;
  }
  .planned > * {
    min-inline-size: 0;
    justify-self: start;
  }
  .planned > div {
    justify-self: stretch;
  }
  .workspace {
    --field: clamp(9em, 46cqi, 11em);
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
  [role='alert'] {
    margin-block-start: calc(4 * var(--space));
    text-align: start;
  }
  .head {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: calc(4 * var(--space));
    margin-block-start: calc(4 * var(--space));
  }
  .head p:not(:empty) {
    margin-block-start: var(--space);
  }
  /* Places to go: one below the other, and of a wide calculator in a row. */
  h3 > button {
    display: flex;
    justify-content: space-between;
    inline-size: 100%;
    padding-inline: 0;
    border: 0;
    font-size: 1.25em;
    font-weight: 600;
    text-align: start;
  }
  h3 > button::after {
    content: '+' / '';
    color: var(--muted);
  }
  [aria-expanded='true']::after {
    content: '\2013' / '';
  }
  /* A line for each input: what it is, and beside it the number. */
  @container (inline-size >= 19em) {
    .workspace .group {
      gap: calc(2 * var(--space));
    }
    .workspace .group .field {
      grid-template-columns: minmax(0, 1fr) var(--field);
      align-items: center;
      row-gap: 0;
    }
    .workspace .group .note {
      text-align: start;
    }
    .workspace .group .control {
      grid-area: 1 / 2 / 3;
    }
    .workspace [type='range'] {
      display: none;
    }
  }
  /* A narrow line has room for the number alone: a finger brings up the keyboard. */
  @container (19em <= inline-size < 50em) {
    .workspace .group .control button {
      display: none;
    }
    .workspace .group .control input {
      padding-inline: calc(2 * var(--space)) 30px;
    }
    .workspace .group .unit {
      inset-inline-end: 0;
      min-inline-size: 30px;
    }
  }
  @container (inline-size >= 50em) {
    .workspace {
      --field: 12em;
      grid-template: auto 1fr / minmax(19em, 5fr) 8fr;
    }
    .workspace .inputs {
      grid-row-end: 3;
    }
    /* Ten digits have room between them. */
    .workspace .group .control button,
    .workspace .group .unit {
      min-inline-size: 28px;
    }
    .workspace .group button + input {
      padding-inline: 28px 56px;
    }
    .workspace .group button + input + .unit {
      inset-inline-end: 28px;
    }
    .workspace .results {
      grid-column: 2;
    }
    /* Places follow the answer, so it leaves with them; what it says stays over the inputs. */
    .workspace .answer {
      position: static;
    }
    .workspace .strip:not([hidden]) {
      display: block;
    }
    .places {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(6 * var(--space));
    }
    .places > .panel {
      display: contents;
    }
    h3 > button {
      font-size: 1em;
      text-underline-offset: 0.6em;
    }
    h3 > button::after {
      display: none;
    }
    [aria-expanded='true'] {
      text-decoration: underline 3px var(--accent);
    }
    .place {
      order: 1;
      flex: 0 0 100%;
      min-inline-size: 0;
      padding-block-start: calc(4 * var(--space));
      border-block-start: 1px solid var(--hair);
    }
  }
  .plan,
  .plan > form {
    display: grid;
    gap: calc(6 * var(--space));
    min-inline-size: 0;
  }
  .plan {
    grid-template-columns: minmax(0, 1fr);
    padding-block: calc(2 * var(--space)) calc(8 * var(--space));
  }
  .plan[aria-busy='true'] svg {
    opacity: 0.5;
  }
  /* The bars. */
  .parts td:last-child:has(svg) {
    inline-size: 45%;
  }
  .questions {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--narrowest, 14em)), 1fr));
    align-items: end;
    gap: calc(4 * var(--space)) calc(6 * var(--space));
  }
  /* Many small fields: the note below the label, so that both keep their line. */
  fieldset .questions {
    --narrowest: 9em;
  }
  fieldset .questions .field {
    grid-template-columns: 1fr;
  }
  fieldset .questions .note {
    text-align: start;
  }
  .objective-title {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
  }
  table .quiet {
    font-size: inherit;
  }
  .bar {
    stroke: var(--owner, var(--line));
    stroke-width: 8px;
  }
  select,
  option {
    color: CanvasText;
    background: Canvas;
  }
  .shared .bar {
    stroke: currentColor;
  }
  .mark,
  .zero {
    stroke: currentColor;
    stroke-width: 2px;
  }
  .zero {
    stroke-width: 1px;
    stroke-dasharray: 3 3;
  }
  .objective h3 .quiet {
    font-weight: 400;
  }
  .parts tfoot tr:first-child > * {
    border-block-start: 1px solid var(--line);
  }
  .parts td span {
    white-space: nowrap;
  }
  .plan legend {
    margin-block-end: calc(3 * var(--space));
    font-weight: 600;
  }
  .objective {
    display: grid;
    gap: calc(4 * var(--space));
    padding-block-start: calc(6 * var(--space));
    border-block-start: 1px solid var(--hair);
    font-variant-numeric: tabular-nums;
  }
  .axis {
    stroke: var(--line);
  }
  @media (forced-colors: active) {
    .bar,
    .mark,
    .zero,
    .axis {
      stroke: CanvasText;
    }
    .mark {
      stroke: Highlight;
      stroke-width: 4px;
    }
  }
`;
