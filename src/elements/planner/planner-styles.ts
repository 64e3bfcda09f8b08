import { css } from '../shared/style-sheet.ts';

export const plannerStyles = css`
  /* The planner's places: what stands in them is laid out as if it stood beside the rest. */
  .planned {
    display: contents;
  }
  .planned > * {
    min-inline-size: 0;
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
    text-align: start;
  }
  .plan,
  .plan > form {
    display: grid;
    gap: calc(6 * var(--space));
    min-inline-size: 0;
  }
  .plan {
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: 52em;
    padding-block: calc(2 * var(--space)) calc(8 * var(--space));
  }
  .plan[aria-busy='true'] figure {
    opacity: 0.5;
  }
  .plan figure,
  .plan ul,
  .plan dl,
  .plan dd {
    margin: 0;
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
  .plan dl {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(3 * var(--space));
    margin-block-start: calc(2 * var(--space));
    font-variant-numeric: tabular-nums;
  }
  .plan dl > :nth-child(2) {
    text-align: center;
  }
  .plan dl > * {
    flex: 1 auto;
  }
  .plan dl > :nth-child(3) {
    text-align: end;
  }
  .plan dt {
    font-size: 0.875em;
  }
  .plan dd:not(.quiet),
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
    stroke-width: 12px;
  }
  select,
  option {
    color: CanvasText;
    background: Canvas;
  }
  rect {
    fill: var(--owner, currentColor);
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
  .bars {
    display: grid;
    gap: calc(5 * var(--space));
    margin: 0;
    padding: 0;
    list-style: none;
    font-variant-numeric: tabular-nums;
  }
  .between {
    display: flex;
    justify-content: space-between;
    gap: 0 calc(4 * var(--space));
  }
  .between > :last-child {
    text-align: end;
  }
  .plan > .label {
    margin-block: calc(-3 * var(--space));
  }
  .objective h3 .quiet {
    font-weight: 400;
  }
  .objective .lens table {
    table-layout: fixed;
    overflow-wrap: break-word;
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
