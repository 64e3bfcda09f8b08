import type { Desk } from '../desk.ts';
import type { Change } from '../store/store.ts';
import type { Account, Role } from '../store/tables.ts';
import { queueMail } from '../telling/queue-mail.ts';
import { isLanguage, languages } from '../words/words.ts';
import { linkDays, newPasswordLink, passwordLink } from './password-link.ts';

export interface Invited {
  /** In small letters. */
  email: string;
  name: string;
  role: Role;
  language: string;
}

/** A link to hand over, and for whom. */
export interface HandOver {
  account: Account;
  link: string;
  /** Whether it goes to them by mail, too. */
  isMailed: boolean;
}

/** Lets somebody into the team. `null` if somebody has this address. */
export async function invite(change: Change, desk: Desk, invited: Invited): Promise<HandOver | null> {
  const account = await change
    .insertInto('accounts')
    .values({
      ...invited,
      password_hash: null,
      alerts: 1,
      created_at: desk.now().toISOString(),
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst();
  return account ? handOver(change, desk, account) : null;
}

/** Makes a link with which somebody chooses a password, and mails it where mail is sent. */
export async function handOver(change: Change, { settings, now }: Desk, account: Account): Promise<HandOver> {
  const link = passwordLink(settings.url, await newPasswordLink(change, account.id, now()));
  const isMailed = settings.smtp !== null;
  if (isMailed) {
    const { mail } = languages[isLanguage(account.language) ? account.language : 'en'].team;
    await queueMail(
      change,
      {
        recipient: account.email,
        event: 'password-link',
        person: null,
        mail: { subject: mail.subject, text: mail.text(account.name, link, linkDays) },
      },
      now(),
    );
  }
  return { account, link, isMailed };
}
