import { css } from '../../shared/style-sheet.ts';

/** The calculator on paper: what was entered as a list in two columns, then the figures, then the open panels. */
export const reportStyles = css`
  .printed {
    display: none;
  }
  @media print {
    .container {
      /* Firefox lays pages out by the container's width on screen. */
      container-type: normal;
      font-size: 9.5pt;
    }
    .quiet,
    table {
      font-size: inherit;
    }
    .layout {
      display: block;
    }
    .layout > * {
      margin-block-end: 8mm;
    }
    .inputs {
      display: block;
      columns: 2;
      column-gap: 10mm;
    }
    .group {
      display: block;
      break-inside: avoid;
      margin-block-end: 5mm;
    }
    .group .field {
      grid-template-columns: 1fr auto;
      gap: 2mm;
      align-items: baseline;
    }
    .group .control {
      grid-area: 1 / 2;
      display: flex;
      align-items: baseline;
      gap: 1mm;
    }
    .group .control input {
      inline-size: 9em;
      min-block-size: 0;
      padding: 0.5mm 0;
      border: 0;
    }
    .group .unit {
      position: static;
      min-inline-size: 1.5em;
      color: inherit;
    }
    .results {
      grid-template-columns: 1fr 1fr;
      gap: 6mm 10mm;
    }
    .results > *,
    .planned > * {
      grid-column: 1 / -1;
      break-inside: avoid;
    }
    .lenses {
      grid-template-columns: 1fr 1fr;
    }
    .lenses > .definition {
      grid-column: 1 / -1;
    }
    .definition .choice:has(:checked) {
      font-weight: 600;
    }
    .choice,
    summary {
      min-block-size: 0;
    }
    .plan {
      gap: 4mm;
      max-inline-size: none;
      padding-block: 0;
    }
    :focus-visible {
      outline: none;
    }
    .objective {
      gap: 2mm;
      padding-block-start: 3mm;
    }
    .plan:has(> figure) {
      grid-template-columns: 1fr 1fr;
      column-gap: 10mm;
    }
    .plan:has(> figure) > :not(figure) {
      grid-column: 1 / -1;
    }
    .scroll {
      overflow: visible;
    }
    tr {
      break-inside: avoid;
    }
    /* Sums stand at the end alone, not on every page. */
    tfoot {
      display: table-row-group;
    }
    rect {
      print-color-adjust: exact;
    }
    .panel:not([open]),
    .panel:not(.more) .figure:not([open]),
    .plan > form,
    .plan .choice:not(:has(:checked)),
    .strip,
    .mode,
    .start,
    .preset,
    .field:has([data-empty]),
    .group .note,
    [data-panel='share'] > summary,
    .share > :not(.printed),
    .control button,
    button,
    input:is([type='range'], [type='radio']),
    summary::after {
      display: none;
    }
    .printed {
      display: block;
      overflow-wrap: anywhere;
    }
  }
`;
