import type { Desk } from '../collector/desk.ts';
import { wantsExample } from '../collector/example/clear-example.ts';
import { keepExample } from '../collector/example/keep-example.ts';
import type { Role } from '../collector/store/tables.ts';
import { hashPassword } from '../collector/team/password.ts';

/** With what the demonstration's sign-in is filled in. It protects nothing: the page shows it to everybody. */
export const demoSignIn = { email: 'admin@demo.example', password: 'unisono demonstration' };

const people: readonly [role: Role, name: string, email: string][] = [
  ['admin', 'Alma Admin', demoSignIn.email],
  ['sales', 'Sandro Sales', 'sales@demo.example'],
  ['marketing', 'Marta Marketing', 'marketing@demo.example'],
];

/** Brings people and a made-up quarter into a demonstration that has none: somebody of each role, one password for all. */
export async function bringDemoTeam(desk: Desk, hasExample: boolean): Promise<void> {
  const { store, now } = desk;
  const isThere = await store.read.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  if (isThere) return;
  const password_hash = await hashPassword(demoSignIn.password);
  const [, sales, marketing] = await store.change((change) =>
    change
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
      .returning('id')
      .execute(),
  );
  if (hasExample && sales && marketing && (await wantsExample(store.read)))
    await keepExample(desk, { sales: sales.id, marketing: marketing.id });
}
