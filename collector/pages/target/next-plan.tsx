import type { JSX } from 'preact';
import { type InputName, inputLabel, inputNames, inputs, type Quantity } from 'unisono/calculator';
import { en, it } from 'unisono/words';
import type { WonDeals } from '../../learning/won-deals.ts';
import { spendKinds } from '../../store/tables.ts';
import { figuresOf, lastMonth } from '../objective/figures.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import { plannerFor } from '../parts/planner-for.ts';
import type { Visit } from '../route.ts';
import type { TargetFigures } from './target-figures.ts';

interface Props {
  /** `null`: nobody was won yet. */
  won: WonDeals | null;
  visit: Visit;
  figures: TargetFigures;
}

const spoken = { en, it };

/** Fewer customers are little to plan on. */
const fewCustomers = 10;

function ValueTable({ won, visit, figures }: Props & { won: WonDeals }): JSX.Element {
  const texts = visit.words.target;
  const { calculator, planner } = spoken[visit.language];
  const messages = { ...calculator, inputs: { ...calculator.inputs, ...planner.timing } };
  const whole = { start: 'leads', values: won.values } as const;
  const { format, percent, count } = figures;
  const write = (name: InputName, value: Quantity): string => {
    if (typeof value === 'object' && 'of' in value)
      return texts.counts(count(value.hits), count(value.of), percent(value.hits / value.of));
    return format.figure(value as number, inputs[name].unit);
  };
  return (
    <table class="amounts learned" aria-label={texts.wonDeals}>
      <ColumnHeads of={texts.valueColumns} />
      <tbody>
        {inputNames.flatMap((name) => {
          const value = won.values[name];
          if (value == null) return [];
          return [
            <tr key={name}>
              <th scope="row">{inputLabel(name, whole, messages)}</th>
              <td>{write(name, value)}</td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}

/** What the calculator starts from, as history has it, and the way there. */
export function NextPlan({ won, visit, figures }: Props): JSX.Element {
  const { words, language } = visit;
  const texts = words.target;
  const heading = <h2>{texts.wonDeals}</h2>;
  if (!won)
    return (
      <section>
        {heading}
        <p>{texts.noWonDeals}</p>
      </section>
    );
  const { actuals, span, months, waited, scenario } = won;
  const { customers, priced, leads, costs } = actuals;
  const unknown = spendKinds.filter((kind) => costs[kind] === null);
  const messages = spoken[language].calculator;
  const { month } = figuresOf(visit);
  const planner = plannerFor(visit);
  return (
    <section>
      {heading}
      <p>
        {texts.wonDealsOf(
          figures.count(leads),
          figures.count(customers),
          month(span.from),
          month(lastMonth(span.from, months)),
        )}{' '}
        {texts.waited(waited)} {customers < fewCustomers && texts.few}
      </p>
      <ValueTable won={won} visit={visit} figures={figures} />
      {priced < customers && (
        <p class="quiet">{texts.priced(figures.count(priced), figures.count(customers))}</p>
      )}
      {unknown.length > 0 && (
        <p>
          {texts.unknownCosts(
            new Intl.ListFormat(language).format(unknown.map((kind) => messages.inputs[kind])),
          )}
        </p>
      )}
      {planner ? (
        <p class="propose">
          <a href={`${planner}#${scenario}`}>{texts.open}</a>
        </p>
      ) : (
        <p>
          {texts.paste} <code>#{scenario}</code>
        </p>
      )}
    </section>
  );
}
