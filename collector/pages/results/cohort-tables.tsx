import type { JSX } from 'preact';
import {
  type Cohort,
  type Cohorts,
  type Followed,
  followed,
  isStillOpen,
} from '../../measuring/cohorts-of.ts';
import type { Figures } from '../objective/figures.ts';
import type { Visit } from '../route.ts';

interface Props {
  cohorts: Cohorts;
  /** Days from the first request to the customer; `null`: nobody knows. */
  cycle: number | null;
  visit: Visit;
  figures: Figures;
}

function Reached({
  cohort,
  stage,
  visit,
  figures,
}: { cohort: Cohort; stage: Followed } & Props): JSX.Element {
  const { cohorts: texts } = visit.words.results;
  return (
    <>
      {cohort.reached[stage].map((count, at) => (
        <td key={at}>
          {count === null ? (
            <span class="quiet">{texts.tooEarly}</span>
          ) : (
            <>
              {figures.count(count)}
              {cohort.leads > 0 && (
                <span class="quiet"> {figures.format.figure(count / cohort.leads, 'fraction')}</span>
              )}
            </>
          )}
        </td>
      ))}
    </>
  );
}

function CohortTable({ stage, ...props }: { stage: Followed } & Props): JSX.Element {
  const { cohorts, cycle, visit, figures } = props;
  const { words, desk } = visit;
  const texts = words.results;
  const caption = texts.cohorts.captions[stage];
  return (
    <section class="scrolls" tabindex={0} aria-label={caption}>
      <table class="amounts results">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.cohorts.month}</th>
            <th scope="col">{texts.columns.leads}</th>
            {cohorts.within.map((months) => (
              <th scope="col" key={months}>
                {texts.cohorts.within(months)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.of.map((cohort) => (
            <tr key={cohort.month}>
              <th scope="row">
                {figures.month(`${cohort.month}-01`)}
                {isStillOpen(cohort.month, cycle, desk.now()) && (
                  <span class="quiet"> {texts.stillOpen}</span>
                )}
              </th>
              <td>{figures.count(cohort.leads)}</td>
              <Reached cohort={cohort} stage={stage} {...props} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What became of each month's people, and how fast. */
export function CohortTables(props: Props): JSX.Element {
  const texts = props.visit.words.results.cohorts;
  return (
    <section class="cohorts">
      <h2>{texts.title}</h2>
      <p>{texts.hint}</p>
      {followed.map((stage) => (
        <CohortTable key={stage} stage={stage} {...props} />
      ))}
      <p class="quiet">{texts.tooEarlyMeans}</p>
    </section>
  );
}
