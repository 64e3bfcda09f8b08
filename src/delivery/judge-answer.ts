import type { Outcome } from './transport.ts';

const { parse } = JSON;
const longestMessage = 200;
const pauseOf429 = 60_000;

/** What can be read of an answer. `text` is its beginning; `null` if it broke off. */
export interface Answer {
  status: number;
  text: string | null;
  /** Milliseconds, `null` where none was asked for or none could be read. */
  retryAfter: number | null;
}

/** The fields by which receivers are known to say how it went. */
interface Said {
  ok?: unknown;
  success?: unknown;
  message?: unknown;
  error?: { message?: unknown } | string | null;
  errors?: ({ message?: unknown } | null)[] | null;
}

/**
 * What an answer means. A 2xx is a receipt, empty or not, in whatever words, with these exceptions:
 * - it broke off: the missing part may have said no, so the lead is sent again under the same id;
 * - it is markup: a captive portal, a login page, an error page printed by the server's language;
 * - it is JSON whose `ok` or `success` is `false`: a refusal.
 */
export function judgeAnswer({ status, text, retryAfter }: Answer): Outcome {
  if (status >= 500 || status === 408 || status === 425 || status === 429) {
    const pause = retryAfter ?? (status === 429 ? pauseOf429 : null);
    return { status: 'failed', trouble: 'busy', ...(pause !== null && { retryAfter: pause }) };
  }
  const isFine = status >= 200 && status < 300;
  if (isFine && text === null) return { status: 'failed', trouble: 'network' };
  const isMarkup = /^\s*</.test(text ?? '');
  if (isFine && isMarkup) return { status: 'failed', trouble: 'not-a-receipt' };

  const said = isMarkup ? {} : read(text ?? '');
  if (isFine && said.ok !== false && said.success !== false) return { status: 'accepted' };
  const message = messageOf(said);
  return {
    status: 'rejected',
    trouble: isFine ? 'not-a-receipt' : 'refused',
    http: status,
    ...(message && { message }),
  };
}

/** An answer in JSON as its fields, one in plain words as a message. */
function read(text: string): Said {
  try {
    return parse(text) ?? {};
  } catch {
    return { message: text };
  }
}

function messageOf({ message, error, errors }: Said): string {
  for (const words of [message, error, typeof error === 'object' && error?.message, errors?.[0]?.message]) {
    if (typeof words === 'string' && words) return words.replace(/\s+/g, ' ').trim().slice(0, longestMessage);
  }
  return '';
}
