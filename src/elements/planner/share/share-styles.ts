import { css } from '../../shared/style-sheet.ts';

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
    flex: 1 1 12em;
    inline-size: auto;
  }
`;
