import type { JSX } from 'preact';
import { personalTables } from '../../rights/names-person-by.ts';
import type { PersonData } from '../../rights/person-data.ts';
import type { Words } from '../../words/words.ts';

/** How much is stored of what. */
export const Stored = ({
  data,
  words,
}: {
  data: PersonData;
  words: Words['rights']['known']['tables'];
}): JSX.Element => (
  <ul>
    {personalTables
      .filter((table) => data.tables[table].length > 0)
      .map((table) => (
        <li key={table}>{words[table](data.tables[table].length)}</li>
      ))}
  </ul>
);
