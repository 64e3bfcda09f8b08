import type { Destination } from '../../store/tables.ts';
import { receivers } from '../../telling/receivers/receivers.ts';

/** Characters of a secret that are shown, so that one can be told from another. */
const shown = 4;

/** The end of a secret: no more of it is ever shown. */
export const endOf = (secret: string): string => `…${secret.slice(-shown)}`;

/** What a destination is reached with, such as an address, with the ends of its secrets alone. */
export function reachedWith({ receiver, settings }: Pick<Destination, 'receiver' | 'settings'>): string {
  const known = JSON.parse(settings) as Record<string, string>;
  return receivers[receiver].settings
    .filter(({ name, kind }) => known[name] && kind !== 'language')
    .map(({ name, kind }) => (kind === 'secret' ? endOf(known[name]!) : known[name]!))
    .join(' · ');
}
