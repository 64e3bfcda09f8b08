import type { Desk } from '../desk.ts';
import { isTeamEmpty, newPasswordLink, passwordLink } from './password-link.ts';

/**
 * The link with which the first admin comes in; `null` where there is somebody already. Those of earlier starts are
 * void: they may stand in a log.
 */
export const firstLink = ({ store, settings, now }: Desk): Promise<string | null> =>
  store.change(async (change) => {
    if (!(await isTeamEmpty(change))) return null;
    return passwordLink(settings.url, await newPasswordLink(change, null, now()));
  });
