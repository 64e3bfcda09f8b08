import type { JSX } from 'preact';
import type { Ties } from '../parts/field.tsx';

interface ChoiceProps {
  ties: Ties;
  chosen: string;
  choices: readonly (readonly [value: string, word: string])[];
}

/** One of several, by name. */
export const Choice = ({ ties, chosen, choices }: ChoiceProps): JSX.Element => (
  <select {...ties}>
    {choices.map(([value, word]) => (
      <option key={value} value={value} selected={value === chosen}>
        {word}
      </option>
    ))}
  </select>
);
