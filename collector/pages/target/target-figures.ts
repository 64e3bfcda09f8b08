import { type Formatter, formatter } from 'unisono/calculator';
import type { Rate } from '../../learning/wilson.ts';
import type { Visit } from '../route.ts';

/** How what was learned is written. */
export interface TargetFigures {
  format: Formatter;
  percent(share: number): string;
  /** Whole: in a hundred. */
  inHundred(share: number): string;
  count(value: number): string;
  /** A share with its counts and its interval; a dash where nothing was looked at. */
  rate(rate: Rate | null): string;
  /** `< 0.1 %` rather than nothing at all. */
  chance(probability: number): string;
}

export function targetFigures({ language, desk, words: { target } }: Visit): TargetFigures {
  const format = formatter(language, desk.settings.currency);
  const percentOf = (digits: number) => {
    const written = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits });
    return (share: number) => written.format(share);
  };
  const [percent, fine] = [percentOf(0), percentOf(1)];
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: 'always' });
  return {
    format,
    percent,
    inHundred: (share) => whole.format(100 * share),
    count: (value) => whole.format(value),
    rate: (rate) =>
      rate
        ? target.rate(rate.hits, rate.of, percent(rate.rate), percent(rate.low), percent(rate.high))
        : target.none,
    chance: (probability) =>
      probability < 0.001 ? `< ${fine(0.001)}` : (probability < 0.1 ? fine : percent)(probability),
  };
}
