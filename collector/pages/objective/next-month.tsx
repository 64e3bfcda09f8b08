import type { JSX } from 'preact';
import { leverFigure } from 'unisono/calculator';
import type { Agreed } from '../../agreeing/agreed.ts';
import type { NextDelivery, Standing } from '../../agreeing/standing-of.ts';
import type { Visit } from '../route.ts';
import type { Figures } from './figures.ts';

interface Props {
  standing: Standing;
  agreed: Agreed;
  visit: Visit;
  figures: Figures;
}

/** What to do next, owner by owner, and the one lever that moves most. */
export function NextMonth({ standing, agreed, visit, figures }: Props): JSX.Element {
  const texts = visit.words.objective;
  const { next, isLastMonth, lever, now } = standing;
  const due = next.filter((each) => each.agreed + each.behind > 0);
  const sentence = ({ what, owner, agreed: asAgreed, behind }: NextDelivery): string => {
    const whose = owner === 'shared' ? texts.both : figures.owner(owner);
    const brings = texts.brings(whose, figures.count(asAgreed + behind), figures.stageInText(what));
    const count = figures.count(asAgreed);
    return `${brings}: ${behind > 0 ? texts.catchUp(count, figures.count(behind)) : texts.asAgreed(count)}.`;
  };
  return (
    <section>
      <h2>{isLastMonth ? texts.nextLast : texts.next}</h2>
      {due.length === 0 ? (
        <p>{texts.nothingDue}</p>
      ) : (
        <ul class="next">
          {due.map((each) => (
            <li key={each.what} class={`of-${each.owner}`}>
              {sentence(each)}
            </li>
          ))}
        </ul>
      )}
      {lever && (
        <p>
          {texts.lever(
            figures.lever(lever.ranked.lever, now),
            figures.owner(lever.ranked.owner),
            figures.measure(lever.metric, agreed.definition),
            figures.measured(lever.ranked.atLow, lever.metric),
            figures.measured(lever.ranked.atHigh, lever.metric),
          )}{' '}
          <span class="quiet">
            {texts.range(
              leverFigure(lever.ranked.lever, lever.ranked.interval.low, figures.format),
              leverFigure(lever.ranked.lever, lever.ranked.interval.high, figures.format),
            )}
          </span>
        </p>
      )}
    </section>
  );
}
