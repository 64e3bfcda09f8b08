import type { JSX } from 'preact';
import { firstOfMonth, monthsAfter } from '../../agreeing/month.ts';
import { groupings } from '../../measuring/grouping.ts';
import { teams } from '../../store/tables.ts';
import { Field } from '../parts/field.tsx';
import type { SignedIn } from '../route.ts';
import { type Asked, queryOf } from './asked-of.ts';

/** Characters of what is no month, as it is shown again. */
const longest = 40;

interface Props {
  asked: Asked;
  visit: SignedIn;
}

/** The two lenses, a link apart. */
export function Lenses({ asked, visit }: Props): JSX.Element {
  const texts = visit.words.results;
  return (
    <nav aria-label={texts.lensesLabel}>
      <ul class="choices">
        {teams.map((lens) => (
          <li key={lens}>
            <a
              href={`/results${queryOf(asked, { lens })}`}
              aria-current={lens === asked.lens ? 'true' : undefined}
            >
              {texts.lenses[lens]}
            </a>
          </li>
        ))}
      </ul>
      {asked.problems.lens && <p class="error">{asked.problems.lens}</p>}
    </nav>
  );
}

/** By what rows are told apart, and of which months. What was typed stays, wrong or not. */
export function Filters({ asked, visit }: Props): JSX.Element {
  const { words, field } = visit;
  const texts = words.results;
  const { by, lens, span, problems } = asked;
  const shown = { from: span.from.slice(0, 7), until: monthsAfter(span.until, -1).slice(0, 7) };
  return (
    <search>
      <form method="get" action="/results" class="filters of-months">
        <input type="hidden" name="lens" value={lens} />
        <div class="narrow">
          <Field name="by" label={texts.fields.by} error={problems.by}>
            {(ties) => (
              <select {...ties}>
                {groupings.map((name) => (
                  <option key={name} value={name} selected={name === by}>
                    {texts.by[name]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {(['from', 'until'] as const).map((name) => {
            const value = field(name) || shown[name];
            return (
              <Field key={name} name={name} label={texts.fields[name]} error={problems[name]}>
                {(ties) =>
                  // A field for months would show nothing of what is no month.
                  firstOfMonth(value) ? (
                    <input {...ties} type="month" value={value} />
                  ) : (
                    <input {...ties} value={value.slice(0, longest)} />
                  )
                }
              </Field>
            );
          })}
        </div>
        <div class="buttons">
          <button type="submit">{texts.show}</button>
          <a href={`/results?by=${by}&lens=${lens}`}>{texts.usual}</a>
        </div>
      </form>
    </search>
  );
}
