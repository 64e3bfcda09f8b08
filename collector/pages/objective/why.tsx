import type { JSX } from 'preact';
import { leverFigure, ownerOfPart, partLabel, unmeasuredWords } from 'unisono/calculator';
import type { Campaign, LeverId, Variance, VariancePart } from 'unisono/roi';
import type { Visit } from '../route.ts';
import type { Figures } from './figures.ts';

interface Props {
  variance: Variance;
  /** Days: since when, and until when something has happened. */
  span: { from: string; until: string };
  campaign: Campaign;
  visit: Visit;
  figures: Figures;
}

/** So many parts are told in words: what a meeting can talk about. */
const mostTold = 5;

const groups = ['marketing', 'sales', 'shared', 'chance'] as const;

/** Less than this is not worth a word, in currency units. */
const least = 0.5;

/** One part in words: what moved, from where to where, and what that does to the result. Nobody is named. */
function PartSentence({ part, ...props }: Props & { part: VariancePart }): JSX.Element {
  const { campaign, variance, visit, figures } = props;
  const texts = visit.words.objective;
  const { messages, planner, format, money } = figures;
  const how = unmeasuredWords(part, variance, planner.actual);
  const at = (value: number) => leverFigure(unitLever(part), value, format);
  return (
    <li>
      {texts.part(partLabel(part, campaign, messages), at(part.actual), at(part.planned))}{' '}
      <strong>{part.effect < 0 ? texts.lowers(money(-part.effect)) : texts.lifts(money(part.effect))}</strong>
      {how && ` ${texts.unmeasured(how)}`}
    </li>
  );
}

/** By what a part is written: a step over several stages is a rate, whatever it is called. */
const unitLever = ({ input, from }: VariancePart): LeverId => (from ? 'rate:customers' : input);

function AllParts({ variance, campaign, visit, figures }: Props): JSX.Element {
  const texts = visit.words.objective;
  const { messages, planner, format } = figures;
  const sorted = variance.parts.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return (
    <details>
      <summary>{texts.allParts}</summary>
      <section class="scrolls" tabindex={0} aria-label={texts.allParts}>
        <table class="amounts">
          <caption>{texts.allParts}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.where}</th>
              <th scope="col">{texts.owner}</th>
              <th scope="col">{texts.movement}</th>
              <th scope="col">{texts.effect}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((part) => {
              const owner = ownerOfPart(part);
              const how = unmeasuredWords(part, variance, planner.actual);
              return (
                <tr key={`${part.input} ${part.to}`}>
                  <th scope="row">
                    {partLabel(part, campaign, messages)}
                    {how && `, ${how}`}
                  </th>
                  <td class={`of-${owner}`}>
                    {owner === 'chance' ? texts.groups.chance : figures.owner(owner)}
                  </td>
                  <td>
                    {leverFigure(unitLever(part), part.planned, format)} →{' '}
                    {leverFigure(unitLever(part), part.actual, format)}
                  </td>
                  <td>{figures.signed(part.effect, 'currency')}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {texts.together}
              </th>
              <td>{figures.signed(variance.gap, 'currency')}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </details>
  );
}

/** Why it looks as it does: by whose levers, the weightiest first. */
export function Why(props: Props): JSX.Element {
  const { variance, visit, figures, span } = props;
  const texts = visit.words.objective;
  const [from, until] = [span.from.slice(0, 7), span.until.slice(0, 7)];
  const moved = variance.parts
    .filter(({ effect }) => Math.abs(effect) >= least)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const told = moved.slice(0, mostTold);
  return (
    <section>
      <h2>{texts.why}</h2>
      {moved.length === 0 ? (
        <p>{texts.asPlanned}</p>
      ) : (
        <>
          <p>{texts.gap(figures.signed(variance.gap, 'currency'))}</p>
          <div class="whys">
            {groups
              .map((group) => ({ group, parts: told.filter((part) => ownerOfPart(part) === group) }))
              .filter(({ parts }) => parts.length > 0)
              .map(({ group, parts }) => (
                <section key={group} class={`of-${group}`}>
                  <h3>{texts.groups[group]}</h3>
                  <ul>
                    {parts.map((part) => (
                      <PartSentence key={`${part.input} ${part.to}`} part={part} {...props} />
                    ))}
                  </ul>
                </section>
              ))}
          </div>
          {variance.parts.some(({ mayBeChance }) => mayBeChance) && (
            <p class="quiet">{figures.planner.actual.luck}</p>
          )}
          <p class="quiet">{texts.rates}</p>
          <p>
            <a href={`/results?by=campaign&from=${from}&until=${until}`}>{texts.byCampaign}</a>
          </p>
          {moved.length > told.length && <p class="quiet">{texts.smaller}</p>}
          <AllParts {...props} />
        </>
      )}
    </section>
  );
}
