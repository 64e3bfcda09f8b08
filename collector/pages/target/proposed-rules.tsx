import type { JSX } from 'preact';
import type { Scoring } from 'unisono/schema';
import { digestOf } from '../../learning/adopt-scoring.ts';
import { ColumnHeads } from '../parts/column-heads.tsx';
import type { SignedIn } from '../route.ts';
import type { SignWords } from './sign-words.ts';

interface Props {
  proposed: Scoring;
  inForce: Scoring;
  visit: SignedIn;
  says: SignWords;
  /** Whether later deals speak for them. */
  isAdvised: boolean;
}

interface RowsProps extends Props {
  conditions: readonly string[];
  label: string;
  /** With the thresholds below. */
  isWhole?: boolean;
}

function RulesTable({ proposed, inForce, visit, says, conditions, label, isWhole }: RowsProps): JSX.Element {
  const texts = visit.words.target;
  const points = ({ rules }: Scoring, when: string): string => {
    const found = rules.find((rule) => rule.when === when);
    return found ? texts.points(found.points) : texts.none;
  };
  return (
    <table class="amounts learned" aria-label={label}>
      <ColumnHeads of={texts.ruleColumns} />
      <tbody>
        {conditions.map((when) => (
          <tr key={when}>
            <th scope="row">{says(when)}</th>
            <td>{points(proposed, when)}</td>
            <td>{points(inForce, when)}</td>
          </tr>
        ))}
      </tbody>
      {isWhole && (
        <tfoot>
          {(['warm', 'hot'] as const).map((threshold) => (
            <tr key={threshold}>
              <th scope="row">{texts.thresholds[threshold]}</th>
              <td>{proposed[threshold]}</td>
              <td>{inForce[threshold]}</td>
            </tr>
          ))}
        </tfoot>
      )}
    </table>
  );
}

/** What was learned as rules, beside those of today: one press makes them the team's. */
export function ProposedRules(props: Props): JSX.Element {
  const { proposed, inForce, visit, isAdvised } = props;
  const texts = visit.words.target;
  if (digestOf(proposed) === digestOf(inForce))
    return (
      <section>
        <h2>{texts.rules}</h2>
        <p>{texts.alreadyInForce}</p>
      </section>
    );
  const kept = proposed.rules.map(({ when }) => when);
  const gone = inForce.rules.map(({ when }) => when).filter((when) => !kept.includes(when));
  return (
    <section>
      <h2>{texts.rules}</h2>
      <p>{texts.rulesHint}</p>
      <RulesTable {...props} conditions={kept} label={texts.rules} isWhole />
      {gone.length > 0 && (
        <details>
          <summary>{texts.goes(gone.length)}</summary>
          <RulesTable {...props} conditions={gone} label={texts.goes(gone.length)} />
        </details>
      )}
      {visit.account.role === 'admin' ? (
        <form method="post" action="/target" class="buttons">
          <input type="hidden" name="scoring" value={JSON.stringify(proposed)} />
          <input type="hidden" name="seen" value={digestOf(inForce)} />
          <button
            type="submit"
            name="do"
            value="adopt"
            class={isAdvised ? 'primary' : ''}
            aria-describedby="adopt-hint"
          >
            {texts.adopt}
          </button>
          <p class="quiet" id="adopt-hint">
            {texts.adoptHint}
          </p>
        </form>
      ) : (
        <p class="quiet">{texts.adminAdopts}</p>
      )}
    </section>
  );
}
