import type { JSX } from 'preact';

/** A number to call, where it looks like one. */
export const Phone = ({ number }: { number: string }): JSX.Element => {
  const digits = number.replace(/[^\d+]/g, '');
  return digits.length > 2 ? <a href={`tel:${digits}`}>{number}</a> : <span>{number}</span>;
};

/** An address to write to. */
export const Address = ({ email }: { email: string }): JSX.Element => (
  <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>
);
