import type { JSX } from 'preact';
import type { Person } from '../../store/tables.ts';
import type { Words } from '../../words/words.ts';

interface Props {
  of: Pick<Person, 'temperature' | 'score'>;
  words: Words;
}

/** How ready for sales somebody is, in a word with its points. Its colour is that of the team whose it is. */
export const Temperature = ({ of: { temperature, score }, words: { person } }: Props): JSX.Element =>
  temperature === null ? (
    <span class="temperature">{person.unscored}</span>
  ) : (
    <span class={`temperature is-${temperature}`}>
      {person.temperatures[temperature]}
      {score !== null && (
        <>
          {' '}
          <span class="points" title={person.points(score)}>
            {score}
          </span>
        </>
      )}
    </span>
  );
