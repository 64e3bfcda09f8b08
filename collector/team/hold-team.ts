import { writeSetting } from '../store/setting.ts';
import type { Change } from '../store/store.ts';

/**
 * Lets changes to who may do what happen one after the other, also where several processes make them: the row is held
 * until the change is made, and whoever comes second sees the first one's change.
 */
export const holdTeam = (change: Change, now: Date): Promise<void> =>
  writeSetting(change, 'team-changed', now.toISOString());
