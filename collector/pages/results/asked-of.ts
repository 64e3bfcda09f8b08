import { firstOfMonth, monthsAfter, monthsBetween } from '../../agreeing/month.ts';
import { type Grouping, groupings } from '../../measuring/grouping.ts';
import type { Span } from '../../measuring/span.ts';
import { type Team, teams } from '../../store/tables.ts';
import type { Visit } from '../route.ts';

/** By which lens results are seen: each team has one. */
export type Lens = Team;

export interface Asked {
  by: Grouping;
  lens: Lens;
  span: Span;
  /** What could not be read of the address, by field. There the default is shown. */
  problems: Partial<Record<'by' | 'lens' | 'from' | 'until', string>>;
}

/** Months that one page looks at: by default, and at most. */
const usual = 12;
const most = 60;

/**
 * What an address asks for. What is wrong with it is told; what is not said is the default.
 * @param usualLens of whoever reads it
 */
export function askedOf({ field, desk, words }: Visit, usualLens: Lens): Asked {
  const texts = words.results.problems;
  const problems: Asked['problems'] = {};
  const running = `${desk.now().toISOString().slice(0, 7)}-01`;

  function oneOf<T extends string>(name: 'by' | 'lens', of: readonly T[], otherwise: T): T {
    const found = of.find((each) => each === field(name));
    if (!found && field(name) !== '') problems[name] = texts[name];
    return found ?? otherwise;
  }

  function monthOf(name: 'from' | 'until'): string | null {
    if (field(name) === '') return null;
    const first = firstOfMonth(field(name));
    if (first === null) problems[name] = texts.month(field(name).slice(0, 40));
    else if (first > running) problems[name] = texts.future;
    return problems[name] ? null : first;
  }

  const usualUntil = (last: string): Span => ({
    from: monthsAfter(last, 1 - usual),
    until: monthsAfter(last, 1),
  });

  const by = oneOf('by', groupings, 'campaign');
  const lens = oneOf('lens', teams, usualLens);
  const [first, last] = [monthOf('from'), monthOf('until')];
  let span = usualUntil(last ?? running);
  if (first !== null) {
    const length = monthsBetween(first, span.until);
    if (length < 1) problems.until = texts.order;
    else if (length > most) problems.from = texts.most(most);
    span = length < 1 || length > most ? usualUntil(running) : { ...span, from: first };
  }
  return { by, lens, span, problems };
}

/** The same as the query of an address, with what is to be otherwise. */
export const queryOf = (
  { by, lens, span }: Asked,
  changes: Partial<{ by: Grouping; lens: Lens }> = {},
): string =>
  `?${new URLSearchParams({
    by,
    lens,
    from: span.from.slice(0, 7),
    until: monthsAfter(span.until, -1).slice(0, 7),
    ...changes,
  })}`;
