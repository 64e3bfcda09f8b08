import type { Person } from '../store/tables.ts';

/**
 * Whether marketing may write to somebody: they ticked the box and confirmed it by a button in a mail (double opt-in).
 * Answering what they asked for never needs it.
 */
export const mayBeWrittenTo = ({ marketing, test, anonymous }: Person): boolean =>
  marketing === 'confirmed' && test === 0 && anonymous === 0;
