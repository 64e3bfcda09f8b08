import type { JSX } from 'preact';
import { defaultOwner } from 'unisono/roi';
import { courseOf } from '../../agreeing/course-of.ts';
import type { AgreedObjective } from '../../agreeing/objective-in-force.ts';
import type { Actuals } from '../../measuring/actuals-of.ts';
import { CoursePicture } from '../parts/course-picture.tsx';
import type { Visit } from '../route.ts';
import { type Figures, lastMonth } from './figures.ts';

interface Props {
  objective: AgreedObjective;
  actuals: Actuals;
  asOf: number;
  visit: Visit;
  figures: Figures;
}

/** How a stage adds up, as a picture and as a table. */
export function Course({ objective, actuals, asOf, visit, figures }: Props): JSX.Element {
  const texts = visit.words.objective;
  const { agreed, starts_on } = objective;
  const { stage, points, due } = courseOf(agreed.campaign, agreed.goal?.metric, actuals, starts_on, asOf);
  const monthOf = (months: number): string => lastMonth(starts_on, months);
  const name = figures.stage(stage);
  const title = texts.course(name);
  const owner = agreed.campaign.funnel.find((each) => each.name === stage)?.owner ?? defaultOwner(stage);
  const start = { months: 0, count: 0 };
  const happened = points.flatMap(({ months, happened: count }) =>
    count === null ? [] : [{ months: Math.min(months, asOf), count }],
  );
  return (
    <figure class="course">
      <figcaption>{title}</figcaption>
      <CoursePicture
        label={texts.picture(name, figures.count(due), figures.count(actuals[stage]))}
        agreed={[start, ...points.map(({ months, agreed: count }) => ({ months, count }))]}
        happened={[start, ...happened]}
        names={texts.lines}
        colour={owner === 'sales' ? 'var(--sales)' : 'var(--marketing)'}
        monthName={(months) => figures.shortMonth(monthOf(months))}
      />
      <details>
        <summary>{texts.figures}</summary>
        <table class="amounts">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.month}</th>
              <th scope="col">{texts.lines.agreed}</th>
              <th scope="col">{texts.lines.happened}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.month}>
                <th scope="row">{figures.month(point.month)}</th>
                <td>{figures.count(point.agreed)}</td>
                <td>{point.happened === null ? '—' : figures.count(point.happened)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
