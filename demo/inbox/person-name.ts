import type { Profile } from '../../src/lead/profile.ts';

/** What to call a person: their name where they gave one, otherwise their address. */
export const personName = ({ name, firstName, lastName, email }: Profile): string =>
  name || [firstName, lastName].filter(Boolean).join(' ') || email;
