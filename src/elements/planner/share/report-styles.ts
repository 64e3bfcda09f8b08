import { css } from '../../shared/style-sheet.ts';

/** A plan on two pages: its head and its answer, what was entered in three columns, then its panels. */
export const reportStyles = css`
  .printed {
    display: none;
  }
  @media print {
    .container {
      /* Firefox lays pages out by the container's width on screen. */
      container-type: normal;
      font-size: 8pt;
      line-height: 1.2;
    }
    .quiet,
    table {
      font-size: inherit;
    }
    svg {
      zoom: 0.6;
      font-size: 16px;
    }
    /* A row is a line: its note beside its name, its bar beside its figure. */
    .parts br {
      display: none;
    }
    .parts .quiet {
      margin-inline-start: 1ex;
      font-size: 0.9em;
    }
    .parts td {
      white-space: nowrap;
    }
    .parts td:last-child:has(svg) {
      inline-size: 35%;
    }
    .parts svg {
      float: inline-start;
      inline-size: 45%;
    }
    .objective {
      grid-template-columns: 1fr 1fr;
    }
    .objective > :not(.lens) {
      grid-column: 1 / -1;
    }
    .layout,
    .inputs,
    .results,
    .group {
      display: block;
    }
    .answer,
    .inputs,
    .panel {
      margin-block-end: 2mm;
    }
    .headline {
      font-size: 1.6em;
    }
    .inputs {
      columns: 3;
      column-gap: 6mm;
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
    }
    .group .control input {
      inline-size: 7em;
      min-block-size: 0;
      padding: 0;
      border: 0;
    }
    .group .unit {
      position: static;
      min-inline-size: 1.2em;
      color: inherit;
    }
    .group > legend,
    h3 > button {
      display: block;
      padding: 1mm 0;
      font-size: 1.1em;
      break-after: avoid;
    }
    tr,
    .group,
    .signatures {
      break-inside: avoid;
    }
    summary,
    h3 > button {
      min-block-size: 0;
    }
    th,
    td {
      padding: 0.3mm 1mm;
    }
    .plan,
    .objective {
      gap: 1mm;
      padding-block: 0;
    }
    .scroll {
      overflow: visible;
    }
    /* Sums stand at the end alone, not on every page. */
    tfoot {
      display: table-row-group;
    }
    .panel:not(:has(.place)),
    .panel .figure,
    .plan > form,
    .choices,
    .strip,
    .head,
    .unsaid,
    .group .note,
    .inputs button,
    .field .choice,
    input[type='range'],
    summary::after,
    h3 > button::after,
    slot[name='action'] {
      display: none;
    }
    .printed {
      display: block;
      overflow-wrap: anywhere;
    }
    .signatures {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 10mm;
      margin-block-start: 10mm;
    }
    .signatures p {
      border-block-start: 1px solid;
    }
  }
`;
