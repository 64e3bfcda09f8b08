import type { Desk } from '../collector/desk.ts';
import { wantsExample } from '../collector/example/clear-example.ts';
import { keepExample } from '../collector/example/keep-example.ts';
import type { Role } from '../collector/store/tables.ts';
import { holdTeam } from '../collector/team/hold-team.ts';
import { hashPassword } from '../collector/team/password.ts';
import { isTeamEmpty } from '../collector/team/password-link.ts';

/** With what the demonstration's sign-in is filled in. It protects nothing: the page shows it to everybody. */
export const demoSignIn = { email: 'admin@demo.example', password: 'unisono demonstration' };

const people: readonly [role: Role, name: string, email: string][] = [
  ['admin', 'Alma Admin', demoSignIn.email],
  ['sales', 'Sandro Sales', 'sales@demo.example'],
  ['marketing', 'Marta Marketing', 'marketing@demo.example'],
];

/** Somebody of each role, unless somebody is there: of several processes that start at once, one brings them. */
const bringPeople = async ({ store, now, passwordCost }: Desk): Promise<Record<Role, number> | null> => {
  const password_hash = await hashPassword(demoSignIn.password, passwordCost);
  return store.change(async (change) => {
    await holdTeam(change, now());
    if (!(await isTeamEmpty(change))) return null;
    const accounts = await change
      .insertInto('accounts')
      .values(
        people.map(([role, name, email]) => ({
          role,
          name,
          email,
          password_hash,
          // The browser's, until somebody chooses one.
          language: '',
          alerts: 1 as const,
          created_at: now().toISOString(),
          disabled_at: null,
        })),
      )
      .returning(['role', 'id'])
      .execute();
    return Object.fromEntries(accounts.map(({ role, id }) => [role, id])) as Record<Role, number>;
  });
};

/** Brings people and a made-up quarter into a demonstration that has none; one password is for all of them. */
export async function bringDemoTeam(desk: Desk, hasExample: boolean): Promise<void> {
  const team = await bringPeople(desk);
  if (team && hasExample && (await wantsExample(desk.store.read))) await keepExample(desk, team);
}
