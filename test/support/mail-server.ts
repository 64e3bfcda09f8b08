import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A mail as it was handed to the server: to whom really, whatever its head says. */
export interface ReceivedMail extends ParsedMail {
  recipients: string[];
}

export interface MailServer {
  /** For `UNISONO_SMTP`. */
  url: string;
  received: ReceivedMail[];
  /** What it answers to a recipient from now on; `null`: it takes the mail. */
  refusal: { code: number; message: string } | null;
}

/** A real mail server on this machine, until the test ends. */
export async function startMailServer(): Promise<MailServer> {
  const mailServer: MailServer = { url: '', received: [], refusal: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_, __, callback) {
      const { refusal } = mailServer;
      callback(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, { envelope }, callback) {
      simpleParser(stream).then((mail) => {
        mailServer.received.push({ ...mail, recipients: envelope.rcptTo.map(({ address }) => address) });
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mailServer.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return mailServer;
}
