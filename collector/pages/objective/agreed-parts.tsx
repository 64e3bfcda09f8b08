import type { JSX } from 'preact';
import { evaluateCampaign } from 'unisono/roi';
import type { Agreed } from '../../agreeing/agreed.ts';
import { deliveriesOf, type MonthlyDelivery } from '../../agreeing/deliveries-of.ts';
import { guessedOf } from '../../agreeing/guessed-of.ts';
import { monthsAfter } from '../../agreeing/month.ts';
import type { Visit } from '../route.ts';
import { agreedSentence, type Figures, lastMonth } from './figures.ts';

interface Props {
  agreed: Agreed;
  startsOn: string;
  visit: Visit;
  figures: Figures;
}

/** What is to be reached, as the first thing one reads. */
export function Sentence({ agreed, startsOn, visit, figures }: Props): JSX.Element {
  const { stages, metrics } = evaluateCampaign(agreed.campaign);
  const planned = { customers: stages.at(-1)!.count, profit: metrics.profit.value ?? 0 };
  return <p class="headline">{agreedSentence(agreed, startsOn, planned, visit, figures)}</p>;
}

/** What nobody has entered of the plan, for whoever is about to agree on it. */
export function Guessed({ agreed, visit, figures }: Props): JSX.Element | null {
  const names = guessedOf(agreed, figures.messages);
  return names.length > 0 ? <p class="warning">{visit.words.objective.guessed(names.join(', '))}</p> : null;
}

/** What each owner delivers, month by month. */
export function Deliveries({ agreed, startsOn, visit, figures }: Props): JSX.Element {
  const { words } = visit;
  const texts = words.objective;
  const all = deliveriesOf(agreed.campaign);
  const months = agreed.campaign.timing?.months ?? 1;
  const written = ({ what }: MonthlyDelivery, value: number): string =>
    what === 'spend' ? figures.money(value) : figures.count(value);
  /** Whole ones, so that months add up to what stands at the end: each has what its sum rounds to beyond the last. */
  const whole = ({ what, months: unrounded }: MonthlyDelivery): number[] => {
    if (what === 'spend') return unrounded;
    let [sum, shown] = [0, 0];
    return unrounded.map((value) => {
      sum += value;
      const inWholes = Math.round(sum) - shown;
      shown += inWholes;
      return inWholes;
    });
  };
  return (
    <section class="scrolls" tabindex={0} aria-label={texts.deliveries}>
      <table class="amounts">
        <caption>{texts.deliveries}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.delivered}</th>
            <th scope="col">{texts.owner}</th>
            {Array.from({ length: months }, (_, at) => (
              <th scope="col" key={at}>
                {figures.shortMonth(monthsAfter(startsOn, at))}
              </th>
            ))}
            <th scope="col">{texts.total}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((line) => (
            <tr key={`${line.what} ${line.owner}`}>
              <th scope="row">{line.what === 'spend' ? texts.spend : figures.stage(line.what)}</th>
              <td class={`of-${line.owner}`}>{figures.owner(line.owner)}</td>
              {whole(line).map((value, at) => (
                <td key={at}>{written(line, value)}</td>
              ))}
              <td>{written(line, line.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** When it runs. */
export const spanText = (startsOn: string, months: number, { words }: Visit, { month }: Figures): string =>
  words.objective.span(month(startsOn), month(lastMonth(startsOn, months)));
