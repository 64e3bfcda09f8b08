import * as Plot from '@observablehq/plot';
import type { JSX } from 'preact';
import { Picture } from './picture.tsx';

/** A point of a line: months since the start, and how many by then. */
export interface CourseDot {
  months: number;
  count: number;
}

interface Props {
  label: string;
  agreed: readonly CourseDot[];
  happened: readonly CourseDot[];
  names: { agreed: string; happened: string };
  /** The colour of what happened: a variable of collector.css. */
  colour: string;
  /** How a month since the start is called below. */
  monthName: (months: number) => string;
}

/** What was agreed as a thin line, what happened as a thick one: each says at its end what it is. */
export function CoursePicture({ label, agreed, happened, names, colour, monthName }: Props): JSX.Element {
  const months = agreed.at(-1)!.months;
  const line = { x: 'months', y: 'count' } as const;
  // With room around its letters, where a line runs behind them.
  const room = { stroke: 'var(--paper)', strokeWidth: 4 } as const;
  const name = { ...line, ...room, text: 'name', textAnchor: 'end', fontWeight: 600 } as const;
  const end = (dots: readonly CourseDot[], text: string) =>
    dots.slice(-1).map((dot) => ({ ...dot, name: text }));
  return (
    <Picture
      label={label}
      plot={(width) => ({
        height: 260,
        marginTop: 28,
        marginLeft: 48,
        marginRight: 20,
        x: {
          domain: [0, months],
          ticks: Math.max(1, Math.min(months, Math.floor(width / 90))),
          tickFormat: (at: number) => (at > 0 && Number.isInteger(at) ? monthName(at) : ''),
          label: null,
        },
        y: { grid: true, zero: true, ticks: 4, label: null, nice: true },
        marks: [
          Plot.lineY([...agreed], { ...line, stroke: 'var(--muted)', strokeWidth: 1.5 }),
          Plot.lineY([...happened], { ...line, stroke: colour, strokeWidth: 3 }),
          Plot.dot(happened.slice(-1), { ...line, fill: colour, r: 4 }),
          Plot.text(end(agreed, names.agreed), { ...name, dy: -12, fill: 'var(--muted)' }),
          Plot.text(end(happened, names.happened), {
            ...name,
            textAnchor: 'start',
            dx: 8,
            dy: 10,
            fill: colour,
          }),
          Plot.ruleY([0], { stroke: 'currentColor' }),
        ],
      })}
    />
  );
}
