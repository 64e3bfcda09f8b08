import type { JSX } from 'preact';

interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  /** What the browser may fill it in with. */
  autocomplete: 'name' | 'username' | 'current-password' | 'new-password' | 'off';
  value?: string;
  minLength?: number;
  maxLength?: number;
  /** Said before anything is written. */
  hint?: string | undefined;
  /** What is wrong with what was written. */
  error?: string | undefined;
}

/** A line to write on, with its label, what to know before, and what is wrong. */
export function Field({ name, label, hint, error, type = 'text', ...input }: FieldProps): JSX.Element {
  const told = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...input}
        // The types know each kind by itself; what is said here suits all three.
        type={type as 'text'}
        id={name}
        name={name}
        required
        aria-describedby={told || undefined}
        aria-invalid={error ? 'true' : undefined}
      />
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
