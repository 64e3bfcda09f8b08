import type { JSX } from 'preact';

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A point in time, by the reader's clock. */
export const Moment = ({ at }: { at: string }): JSX.Element => (
  <time dateTime={at}>{format.format(new Date(at))}</time>
);
