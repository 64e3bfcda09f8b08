import { createTransport } from 'nodemailer';
import type { Settings } from '../desk.ts';
import type { Mail } from './queue-mail.ts';
import type { Sending, Trouble } from './sending.ts';

/** An e-mail with all that is needed to send it. */
export interface AddressedMail extends Mail {
  recipient: string;
  /** The same for all tries, so that a mailbox that got it twice can tell. */
  id: string;
}

/** Sends one e-mail. `ending` breaks it off: the message is released. */
export type Mailer = (mail: AddressedMail, ending: AbortSignal) => Promise<Sending>;

/** Milliseconds for one step of the talk with the mail server, and for all of it: below a claim's. */
const stepTimeout = 15_000;
const timeout = 45_000;

interface SmtpError {
  /** Nodemailer's, such as `EAUTH`. */
  code?: string;
  /** What was being done: a word of SMTP, or `API` before anything was. */
  command?: string;
  /** The server's answer, such as 550. */
  responseCode?: number;
}

/**
 * What went wrong. An address that cannot be is not worth another try; a wrong password or a full server is put right.
 * The server's words stay out of it: they repeat addresses.
 */
function failed({ code = 'Error', command, responseCode = 0 }: SmtpError): Sending {
  const isNoAddress = code === 'EENVELOPE' && command === 'API';
  if (isNoAddress || (command === 'RCPT TO' && responseCode >= 500))
    return { result: 'failed', trouble: `recipient-refused ${responseCode || code}`, isFinal: true };
  const trouble: Trouble = responseCode ? `mail-refused ${responseCode}` : `unreachable ${code}`;
  return { result: 'failed', trouble };
}

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** What sends e-mail through the mail server of the settings; `null` if there is none. */
export function createMailer({ smtp, mailFrom, url }: Settings): Mailer | null {
  if (smtp === null) return null;
  const transport = createTransport({
    url: smtp,
    connectionTimeout: stepTimeout,
    greetingTimeout: stepTimeout,
    socketTimeout: stepTimeout,
    dnsTimeout: stepTimeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { hostname } = new URL(url);
  return async ({ id, recipient, subject, text, headers = {} }, ending) => {
    const late = AbortSignal.timeout(timeout);
    const sent = transport.sendMail({
      from: mailFrom,
      // An object, since a text would be read as a list of addresses.
      to: { name: '', address: recipient },
      subject,
      text,
      headers,
      messageId: `<${id}@${hostname}>`,
    });
    return Promise.race([
      sent.then((): Sending => ({ result: 'sent' }), failed),
      whenAborted(late).then((): Sending => ({ result: 'failed', trouble: 'too-slow' })),
      whenAborted(ending).then((): Sending => ({ result: 'released' })),
    ]);
  };
}
