import { css } from '../../shared/style-sheet.ts';

export const cashStyles = css`
  polyline {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  @media (forced-colors: active) {
    polyline {
      stroke: CanvasText;
    }
  }
`;
