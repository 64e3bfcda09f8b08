import type { Outcome } from './transport.ts';

// As it was when our script ran: pages replace it.
const { parse } = JSON;
const longestMessage = 200;
const pauseOf429 = 60_000;

/** What can be read of an answer. */
export interface Answer {
  status: number;
  /** Its beginning. */
  text: string;
  /** Milliseconds; `null` where no pause was asked for, or none could be read. */
  retryAfter: number | null;
}

/** The fields by which receivers are known to say how it went. */
interface Said {
  ok?: unknown;
  success?: unknown;
  message?: unknown;
  error?: { message?: unknown } | null;
  errors?: ({ message?: unknown } | null)[] | null;
}

/**
 * What an answer means. A 2xx is a receipt, empty or in whatever words, but for two:
 * - markup: a captive portal, a login page, an error page printed by the server's language;
 * - JSON whose `ok` or `success` is `false`: a refusal.
 */
export function judgeAnswer({ status, text, retryAfter }: Answer): Outcome {
  if (/^(5|408|425|429)/.test(`${status}`)) {
    return {
      status: 'failed',
      trouble: 'busy',
      retryAfter: retryAfter ?? (status === 429 ? pauseOf429 : null),
    };
  }
  const isFine = /^2/.test(`${status}`);
  const isMarkup = /^\s*</.test(text);
  if (isFine && isMarkup) return { status: 'failed', trouble: 'not-a-receipt' };

  const said = isMarkup ? {} : read(text);
  if (isFine && said.ok !== false && said.success !== false) return { status: 'accepted' };
  const trouble = isFine ? 'not-a-receipt' : 'refused';
  return { status: 'rejected', trouble, http: status, message: messageOf(said) };
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
  for (const words of [message, error, error?.message, errors?.[0]?.message]) {
    if (typeof words === 'string') return words.replace(/\s+/g, ' ').trim().slice(0, longestMessage);
  }
  return '';
}
