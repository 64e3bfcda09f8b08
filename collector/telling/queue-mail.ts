import type { Change } from '../store/store.ts';
import { newMessage, putDown } from './new-message.ts';

/** An e-mail as it is to be sent. Plain text: everybody can read it, and nothing in it can be markup. */
export interface Mail {
  subject: string;
  text: string;
  /** Such as `List-Unsubscribe`. */
  headers?: Record<string, string>;
}

export interface QueuedMail {
  /** An address. */
  recipient: string;
  /** What it tells, such as `lead.hot` or `opt-in`. */
  event: string;
  /** Whom it is about; `null` for nobody. */
  person: number | null;
  mail: Mail;
}

/** Puts an e-mail down to be sent, within the change that it belongs to. */
export const queueMail = (change: Change, mail: QueuedMail, now: Date): Promise<void> =>
  queueMails(change, [mail], now);

/** The same for many at once. */
export const queueMails = (change: Change, mails: readonly QueuedMail[], now: Date): Promise<void> =>
  putDown(
    change,
    mails.map(({ recipient, event, person, mail }) =>
      newMessage(
        {
          channel: 'mail',
          destination_id: null,
          person_id: person,
          event,
          recipient,
          body: JSON.stringify(mail),
        },
        now,
      ),
    ),
  );
