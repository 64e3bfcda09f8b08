import type { JSX } from 'preact';
import { Field } from '../parts/field.tsx';

interface LineProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  /** What the browser may fill it in with. */
  autocomplete: 'name' | 'username' | 'current-password' | 'new-password' | 'off';
  value?: string;
  minLength?: number;
  maxLength?: number;
  hint?: string | undefined;
  error?: string | undefined;
}

/** A line that has to be written on. */
export const Line = ({ name, label, hint, error, type = 'text', ...input }: LineProps): JSX.Element => (
  <Field name={name} label={label} hint={hint} error={error}>
    {/* The types know each kind by itself; what is said here suits all three. */}
    {(ties) => <input {...input} {...ties} type={type as 'text'} required />}
  </Field>
);
