import type { Store } from '../../../collector/store/store.ts';
import type { Account, Role } from '../../../collector/store/tables.ts';
import { hashPassword } from '../../../collector/team/password.ts';
import { quickPassword } from '../../support/collector-on-store.ts';

export const rightPassword = 'correct horse battery';
const hash = hashPassword(rightPassword, quickPassword);

/** Somebody of the team, whose password is `rightPassword`. */
export async function member(store: Store, role: Role, changes: Partial<Account> = {}): Promise<Account> {
  const password_hash = await hash;
  return store.change((change) =>
    change
      .insertInto('accounts')
      .values({
        email: `${role}@team.example`,
        name: 'Ada',
        role,
        password_hash,
        language: 'en',
        alerts: 1,
        created_at: '2026-11-27T08:00:00.000Z',
        disabled_at: null,
        ...changes,
      })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

/** A cookie that an answer gives a browser, as the browser sends it back; `''` if it gives none or takes it away. */
const givenIn =
  (cookie: RegExp) =>
  (response: Response): string => {
    const line = response.headers.getSetCookie().find((given) => cookie.test(given)) ?? '';
    const pair = line.split(';')[0] ?? '';
    return pair.endsWith('=') ? '' : pair;
  };

export const cookieIn = givenIn(/^(__Host-)?session=/);
/** What makes a browser known to whoever signed in there. */
export const deviceIn = givenIn(/^(__Host-)?device=/);
