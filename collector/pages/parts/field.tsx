import type { JSX } from 'preact';

/** What ties a control to its words. */
export interface Ties {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

interface FieldProps {
  name: string;
  /** Where two forms of a page have a field of one name; its name by default. */
  id?: string;
  label: string;
  /** Said before anything is written. */
  hint?: string | undefined;
  /** What is wrong with what was written, and what was expected. */
  error?: string | undefined;
  /** The control itself. */
  children: (ties: Ties) => JSX.Element;
}

/** A control with its label, what to know before, and what is wrong. */
export function Field({ name, id = name, label, hint, error, children }: FieldProps): JSX.Element {
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={`field field-${name}`}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        name,
        ...(told && { 'aria-describedby': told }),
        ...(error && { 'aria-invalid': 'true' }),
      })}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
