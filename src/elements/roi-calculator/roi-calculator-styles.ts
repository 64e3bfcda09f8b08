import { css } from '../shared/style-sheet.ts';

export const roiCalculatorStyles = css`
  :host {
    --marketing: var(--unisono-marketing, #2a6fdb);
    --sales: var(--unisono-sales, #c2570c);
  }
  .layout {
    display: grid;
    gap: calc(8 * var(--space));
    margin-block-start: calc(4 * var(--space));
  }
  .answer,
  .lenses,
  .group,
  .results {
    display: grid;
    gap: calc(4 * var(--space));
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .lost::before {
    content: '\25bc\00a0' / '';
    color: var(--alert);
  }
  /* Over the fields, and in nobody's way: it takes no room of its own. */
  .strip {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 0;
    margin-block-end: calc(-4 * var(--space));
  }
  .strip p {
    position: absolute;
    inset-inline: 0;
    margin: 0;
    padding-block: calc(2 * var(--space));
    border-block-end: 1px solid var(--line);
    font-size: 0.875em;
  }
  .inputs input {
    scroll-margin-block: 6em 2em;
  }
  .balance {
    display: grid;
    gap: var(--space);
  }
  .balance p {
    margin-block-start: calc(2 * var(--space));
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(4 * var(--space));
  }
  .paid {
    fill: var(--line);
  }
  .gain {
    fill: var(--accent);
  }
  .missing {
    fill: none;
    stroke: var(--alert);
    stroke-width: 2px;
    stroke-dasharray: 4 4;
  }
  line {
    stroke: currentColor;
    stroke-width: 2px;
  }
  .headline {
    margin-block-start: calc(2 * var(--space));
    font-size: 1.953em;
    line-height: 1.2;
    font-weight: 600;
    text-wrap: balance;
  }
  /* Nothing sticks to the top of a grid: each row ends where it does. */
  .inputs {
    display: flex;
    flex-direction: column;
    gap: calc(4 * var(--space));
  }
  .layout > * {
    min-inline-size: 0;
  }
  .inputs > button {
    align-self: start;
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
  /* As high as a finger, in a line of text. */
  .meant {
    margin-block: -12px;
    margin-inline-start: var(--space);
    padding-inline: 0;
    border: 0;
    text-decoration: underline;
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
  /* A finger that scrolls the page would move them: fingers have the steppers. */
  @media (any-pointer: coarse) {
    [type='range'] {
      display: none;
    }
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
  .group > legend,
  .panel > summary {
    font-size: 1.25em;
    font-weight: 600;
  }
  /* Three figures side by side, unless one is too long; one that is opened has the whole width. */
  .lens.shared {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--space));
    padding: 0;
    border: 0;
  }
  .shared > .figure {
    flex: 1 5.5em;
    border: 0;
    font-size: 0.875em;
    max-inline-size: 100%;
  }
  .shared > [open] {
    flex-basis: 100%;
  }
  .shared strong {
    order: -1;
    inline-size: 100%;
    font-size: 1.6em;
    line-height: 1.2;
  }
  .shared > .figure > summary {
    align-items: start;
  }
  .shared .reason {
    font-size: 1em;
  }
  @container (inline-size >= 44em) {
    .layout {
      grid-template-columns: minmax(16em, 5fr) 7fr;
      column-gap: calc(12 * var(--space));
    }
    .inputs {
      grid-area: 1 / 1;
    }
    .results {
      grid-column: 1 / -1;
    }
    .headline {
      font-size: 2.441em;
    }
    .strip {
      display: none;
    }
    .lenses {
      grid-template-columns: repeat(auto-fit, minmax(17em, 1fr));
      gap: calc(8 * var(--space));
    }
    .answer {
      align-self: start;
    }
    @media (min-height: 40em) {
      .answer {
        position: sticky;
        inset-block-start: calc(4 * var(--space));
      }
    }
  }
`;
