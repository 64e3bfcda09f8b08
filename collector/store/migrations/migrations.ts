import type { Migration } from 'kysely';
import type { Store } from '../store.ts';
import { workedLeads } from './2026-11-27-worked-leads.ts';
import { destinations } from './2026-11-28-destinations.ts';

/** The database's shape, one step an entry. Add below, never change what has shipped. */
export const migrations = (kind: Store['kind']): Record<string, Migration> => ({
  '2026-11-27-worked-leads': { up: workedLeads(kind) },
  '2026-11-28-destinations': { up: destinations(kind) },
});
