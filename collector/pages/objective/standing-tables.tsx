import type { JSX } from 'preact';
import type { Line, Standing } from '../../agreeing/standing-of.ts';
import type { Visit } from '../route.ts';
import type { Figures } from './figures.ts';

interface Props {
  standing: Standing;
  visit: Visit;
  figures: Figures;
}

interface TableProps<What extends string> {
  caption: string;
  /** What stands in the first column. */
  first: string;
  lines: readonly Line<What>[];
  nameOf: (what: What) => string;
  write: (value: number) => string;
  unit: 'count' | 'currency';
  visit: Visit;
  figures: Figures;
}

function Lines<What extends string>(props: TableProps<What>): JSX.Element {
  const { caption, first, lines, nameOf, write, unit, visit, figures } = props;
  const texts = visit.words.objective;
  return (
    <section class="scrolls" tabindex={0} aria-label={caption}>
      <table class="amounts">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{texts.owner}</th>
            {Object.entries(texts.columns).map(([name, text]) => (
              <th scope="col" key={name}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ what, owner, agreed, due, happened, forecast }) => (
            <tr key={what}>
              <th scope="row">{nameOf(what)}</th>
              <td class={`of-${owner}`}>{figures.owner(owner)}</td>
              <td>{write(agreed)}</td>
              <td>{write(due)}</td>
              <td>
                {happened === null ? <span class="quiet">— {texts.notMeasured}</span> : write(happened)}
              </td>
              <td>{write(forecast)}</td>
              <td>{figures.signed(forecast - agreed, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Each stage and each sum: agreed, due, happened, forecast. */
export function StandingTables({ standing, visit, figures }: Props): JSX.Element {
  const texts = visit.words.objective;
  const shared = { visit, figures };
  return (
    <>
      <Lines
        {...shared}
        caption={texts.byStage}
        first={texts.stage}
        lines={standing.stages}
        nameOf={figures.stage}
        write={figures.count}
        unit="count"
      />
      <Lines
        {...shared}
        caption={texts.money}
        first={texts.whatFor}
        lines={standing.money}
        nameOf={(what) => (what === 'revenue' ? texts.revenue : figures.messages.inputs[what])}
        write={figures.money}
        unit="currency"
      />
      <p class="quiet">
        {texts.onTheWay} {texts.byMonth}
      </p>
    </>
  );
}
