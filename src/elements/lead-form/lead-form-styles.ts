import { css } from '../shared/style-sheet.ts';

export const leadFormStyles = css`
  :host {
    max-inline-size: 44em;
  }
  form {
    display: grid;
    gap: calc(6 * var(--space));
  }
  .fields {
    display: grid;
    gap: calc(4 * var(--space)) calc(5 * var(--space));
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
  .trap {
    position: absolute;
    inset-inline-start: -9999px;
  }
  [role='status'] > p {
    margin-block-start: calc(3 * var(--space));
  }
  [role='status'] a {
    white-space: nowrap;
  }
  .accepted strong,
  .handed-over strong,
  .queued strong {
    font-size: 1.25em;
    font-weight: 600;
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
  @container (inline-size >= 34em) {
    .fields {
      grid-template-columns: 1fr 1fr;
    }
    .message {
      grid-column: 1 / -1;
    }
    .ask {
      grid-template-columns: auto 1fr;
      align-items: center;
    }
  }
`;
