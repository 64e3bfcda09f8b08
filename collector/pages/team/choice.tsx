import type { JSX } from 'preact';

interface ChoiceProps {
  /** Where a page asks for the same thing several times, they differ in this. */
  id: string;
  name: string;
  label: string;
  /** The label is read out but not shown: what stands around it says it already. */
  isLabelHidden?: boolean;
  options: Record<string, string>;
  value: string;
  error?: string | undefined;
}

/** One of a few, with its label and what is wrong. */
export function Choice({ id, name, label, isLabelHidden, options, value, error }: ChoiceProps): JSX.Element {
  return (
    <div class="field">
      {!isLabelHidden && <label for={id}>{label}</label>}
      <select
        id={id}
        name={name}
        aria-label={isLabelHidden ? label : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        {Object.entries(options).map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
