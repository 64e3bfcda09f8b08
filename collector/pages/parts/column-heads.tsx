import type { JSX } from 'preact';

/** The first row of a table: what each column says, in order. */
export const ColumnHeads = ({ of }: { of: Readonly<Record<string, string>> }): JSX.Element => (
  <thead>
    <tr>
      {Object.entries(of).map(([name, text]) => (
        <th scope="col" key={name}>
          {text}
        </th>
      ))}
    </tr>
  </thead>
);
