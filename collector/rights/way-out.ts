import type { Mail } from '../telling/queue-mail.ts';
import { signedToken } from './signed-token.ts';

/** How somebody has no more mail: a link for the text, and headers for the button of their mail program (RFC 8058). */
export interface WayOut {
  url: string;
  headers: NonNullable<Mail['headers']>;
}

/** The way out that belongs into every mail to a person. It has no end but theirs. */
export function wayOut(person: number, { secret, url }: { secret: string; url: string }): WayOut {
  const link = `${url}/stop/${signedToken(secret, 'way-out', person)}`;
  return {
    url: link,
    headers: {
      'List-Unsubscribe': `<${link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
