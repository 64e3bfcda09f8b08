import * as Plot from '@observablehq/plot';
import type { JSX } from 'preact';
import { Picture } from './picture.tsx';

/** A whole and how much of it is its part. */
export interface WholeAndPart {
  name: string;
  /** Both in words. */
  told: string;
  whole: number;
  part: number;
}

interface Props {
  label: string;
  of: readonly WholeAndPart[];
}

const colours = { whole: 'var(--marketing)', part: 'var(--sales)' };

/** So wide is a column that has room for a number above it, in pixels. */
const leastForNumbers = 24;

const shortened = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name;

/** A bar a row with its part as a thinner bar in it; above each stands what it is. */
export function BarsPicture({ label, of }: Props): JSX.Element {
  const bars = of.map((each, at) => ({ ...each, at }));
  const row = 52;
  return (
    <Picture
      label={label}
      plot={(width) => ({
        height: bars.length * row + 8,
        marginTop: 0,
        marginBottom: 8,
        marginLeft: 0,
        marginRight: 0,
        x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ whole }) => whole))] },
        y: { axis: null, domain: bars.map(({ at }) => at), padding: 0 },
        marks: [
          Plot.barX(bars, { x: 'whole', y: 'at', fill: colours.whole, insetTop: 24, insetBottom: 8 }),
          Plot.barX(bars, {
            x: 'part',
            y: 'at',
            fill: colours.part,
            stroke: 'var(--paper)',
            insetTop: 30,
            insetBottom: 14,
          }),
          Plot.text(bars, {
            y: 'at',
            frameAnchor: 'left',
            dy: -14,
            fontSize: 12,
            fontWeight: 600,
            text: ({ name }: WholeAndPart) => shortened(name, Math.floor(width / 18)),
          }),
          Plot.text(bars, { y: 'at', frameAnchor: 'right', dy: -14, fontSize: 12, text: 'told' }),
        ],
      })}
    />
  );
}

/** A column a moment, with its part as a narrower column in it. */
export function ColumnsPicture({ label, of }: Props): JSX.Element {
  const columns = of.map((each, at) => ({ ...each, at }));
  return (
    <Picture
      label={label}
      plot={(width) => {
        const room = (width - 60) / columns.length;
        const step = Math.ceil(56 / room);
        return {
          height: 240,
          marginTop: 20,
          marginLeft: 44,
          marginRight: 8,
          x: {
            domain: columns.map(({ at }) => at),
            // From the last one back, which is the one looked for.
            tickFormat: (at: number) => ((columns.length - 1 - at) % step === 0 ? columns[at]!.name : ''),
            tickSize: 0,
            label: null,
            padding: 0.2,
          },
          y: {
            domain: [0, Math.max(1, ...columns.map(({ whole }) => whole))],
            grid: true,
            nice: true,
            ticks: 4,
            // There are no halves of people.
            tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ''),
            label: null,
          },
          marks: [
            Plot.barY(columns, { x: 'at', y: 'whole', fill: colours.whole }),
            Plot.barY(columns, {
              x: 'at',
              y: 'part',
              fill: colours.part,
              stroke: 'var(--paper)',
              insetLeft: room * 0.2,
              insetRight: room * 0.2,
            }),
            ...(room >= leastForNumbers
              ? [Plot.text(columns, { x: 'at', y: 'whole', dy: -8, text: ({ whole }) => String(whole) })]
              : []),
            Plot.ruleY([0], { stroke: 'currentColor' }),
          ],
        };
      }}
    />
  );
}
