import { css } from '../shared/style-sheet.ts';

export const roiCalculatorStyles = css`
  .layout {
    display: grid;
    gap: calc(6 * var(--space));
    margin-block-start: calc(4 * var(--space));
  }
  .headline {
    font-size: 1.953rem;
    line-height: 1.2;
    font-weight: 600;
    text-wrap: balance;
    font-variant-numeric: tabular-nums;
  }
  .inputs {
    display: grid;
    gap: calc(4 * var(--space));
    align-content: start;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(5 * var(--space));
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--space));
    min-block-size: 44px;
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    accent-color: var(--accent);
  }
  .control {
    position: relative;
    display: block;
  }
  .control input {
    padding-inline-end: 3.5rem;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .unit {
    position: absolute;
    inset-block: 0;
    inset-inline-end: calc(3 * var(--space));
    display: grid;
    place-items: center;
    color: var(--muted);
    pointer-events: none;
  }
  .figures {
    display: grid;
    align-content: start;
    margin: 0;
  }
  .figures > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(4 * var(--space));
    padding-block: calc(2 * var(--space));
    border-block-start: 1px solid var(--hair);
  }
  dd {
    margin: 0;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .reason {
    font-weight: 400;
    color: var(--muted);
  }
  @container (inline-size >= 44rem) {
    .layout {
      grid-template: 'inputs answer' auto 'inputs figures' 1fr / minmax(16rem, 5fr) 7fr;
      column-gap: calc(12 * var(--space));
    }
    .answer {
      grid-area: answer;
    }
    .inputs {
      grid-area: inputs;
    }
    .figures {
      grid-area: figures;
    }
    .headline {
      font-size: 2.441rem;
    }
  }
`;
