import { css } from '../../../shared/style-sheet.ts';

export const shareStyles = css`
  .share {
    display: grid;
    gap: calc(2 * var(--space));
    padding-block-end: calc(4 * var(--space));
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--space));
  }
  .row input {
    flex: 1 1 12rem;
    inline-size: auto;
  }
  @media print {
    :host {
      font-size: 10pt;
    }
    .layout {
      display: block;
    }
    .inputs {
      display: block;
      margin-block: 6mm;
    }
    .group {
      grid-template-columns: 1fr 1fr;
      margin-block-end: 6mm;
    }
    .group > .choices {
      grid-column: 1 / -1;
    }
    .group {
      break-inside: avoid;
    }
    .panel,
    .lens,
    .answer {
      break-inside: avoid;
      margin-block-end: 6mm;
    }
    .panel:not([open]),
    [data-name='share'],
    .share,
    .choices.mode,
    .preset,
    .note,
    button,
    [type='range'],
    summary::after {
      display: none;
    }
    .control input {
      min-block-size: 0;
      padding-block: 0;
      border: 0;
    }
    rect {
      print-color-adjust: exact;
    }
  }
`;
