import * as Plot from '@observablehq/plot';
import type { JSX } from 'preact';
import { Picture } from './picture.tsx';

/** A share of 1 with its interval, and what it is of. */
export interface DrawnRate {
  name: string;
  rate: number;
  low: number;
  high: number;
  /** Stands out among the others. */
  isMarked: boolean;
}

interface Props {
  label: string;
  rates: readonly DrawnRate[];
  /** What each is held against. */
  average: { share: number; name: string };
  percent: (share: number) => string;
}

/** Shares one below the other, each as a dot on its interval, beside their average. Names are unique. */
export function RatesPicture({ label, rates, average, percent }: Props): JSX.Element {
  const row = { y: 'name' } as const;
  const colour = ({ isMarked }: DrawnRate) => (isMarked ? 'currentColor' : 'var(--control)');
  const word = { fill: 'currentColor', fontSize: 12 } as const;
  return (
    <Picture
      label={label}
      plot={(width) => {
        const ticks = width < 500 ? 3 : 5;
        return {
          height: 56 + 44 * rates.length,
          marginLeft: 8,
          marginRight: 16,
          marginTop: 28,
          x: { domain: [0, 1], ticks, tickFormat: percent, label: null },
          y: { domain: rates.map(({ name }) => name), axis: null },
          marks: [
            Plot.gridX({ ticks }),
            Plot.ruleX([average.share], { stroke: 'currentColor', strokeDasharray: '4 4' }),
            Plot.text([average], { ...word, x: 'share', text: 'name', frameAnchor: 'top', dy: -16 }),
            Plot.ruleY([...rates], { ...row, x1: 'low', x2: 'high', stroke: colour, strokeWidth: 2, dy: 8 }),
            Plot.dot([...rates], { ...row, x: 'rate', fill: colour, r: 5, dy: 8 }),
            // With room around its letters, where the average runs behind them.
            Plot.text([...rates], {
              ...word,
              ...row,
              text: 'name',
              frameAnchor: 'left',
              textAnchor: 'start',
              dy: -8,
              stroke: 'var(--paper)',
              strokeWidth: 4,
            }),
          ],
        };
      }}
    />
  );
}
