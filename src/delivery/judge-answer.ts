import { bare } from '../lead/bare.ts';
import { parseJson } from '../lead/json-text.ts';
import type { Outcome } from './transport.ts';

const longestMessage = 200;
const pauseOf429 = 60_000;

/** What can be read of an answer. */
export interface Answer {
  status: number;
  /** Its beginning, up to a limit. */
  text: string;
  /** Whether that is all of it. */
  isWhole: boolean;
  /** Milliseconds; `null` where no pause was asked for, or none could be read. */
  retryAfter: number | null;
}

/** What tells a receipt from any other answer. */
export interface Marks {
  /** The envelope's. A receiver that repeats it has read it. */
  id: string;
  /** The owner's word for it: what every receipt of this receiver has in it. Nothing else is one, then. */
  receipt?: string | undefined;
}

/** Created, accepted, no content: what nobody answers who stands in the receiver's place. A mere 200 is anybody's. */
const telling = /^20[124]$/;

/** A tag, an end of one, a doctype. An address in angle brackets is none. */
const markup = /<[!?/]?[a-z][\w:-]*[\s/>]/i;

/** How receivers say yes and no in JSON, as their `ok`, `success` or `status`. */
const yes = /^(true|ok|success)$/i;
const no = /^(false|error|fail|failed|failure)$/i;

/** The fields of an answer in JSON: its own, and none that a page has put on `Object.prototype`. */
type Said = Readonly<Record<string, unknown>>;

/**
 * What an answer means. A 2xx is a receipt where it says so: by its status, by a yes in JSON, by the lead's id, or by
 * what the owner says a receipt looks like.
 * - Markup is none (a captive portal, a login page, an error page printed by the server's language), nor is what has
 *   no end. The lead stays and is sent again.
 * - A no in JSON is a refusal.
 * - Any other answer may be the receiver's, or that of somebody in between: the lead is handed over, and no more than
 *   that is said.
 */
export function judgeAnswer({ status, text, isWhole, retryAfter }: Answer, { id, receipt }: Marks): Outcome {
  if (/^(5|408|425|429)/.test(`${status}`)) {
    return {
      status: 'failed',
      trouble: 'busy',
      retryAfter: retryAfter ?? (status === 429 ? pauseOf429 : null),
    };
  }
  const said = read(text);
  const isMarkup = !said && markup.test(text);
  const isFine = /^2/.test(`${status}`);
  if (!isFine || (said && (says(said, no) || said.error || (said.errors as unknown[] | null)?.[0]))) {
    const trouble = isFine ? 'not-a-receipt' : 'refused';
    const message = said ? messageOf(said) : isMarkup ? '' : inShort(text);
    return { status: 'rejected', trouble, http: status, message };
  }
  if (receipt ? !text.includes(receipt) : isMarkup || !isWhole)
    return { status: 'failed', trouble: 'not-a-receipt' };
  const isReceipt = receipt || telling.test(`${status}`) || text.includes(id) || (said && says(said, yes));
  return { status: isReceipt ? 'accepted' : 'handed-over' };
}

/** The fields of an answer in JSON, none where it holds something else; `null` for what is no JSON. */
function read(text: string): Said | null {
  try {
    return bare({ ...(parseJson(text) as object) });
  } catch {
    return null;
  }
}

function says(said: Said, word: RegExp): boolean {
  for (const value of [said.ok, said.success, said.status]) {
    if (typeof value !== 'object' && word.test(`${value}`)) return true;
  }
  return false;
}

function messageOf(said: Said): string {
  const { message, error, errors } = said as {
    message?: unknown;
    error?: { message?: unknown } | null;
    errors?: ({ message?: unknown } | null)[] | null;
  };
  for (const words of [message, error, error?.message, errors?.[0]?.message]) {
    if (typeof words === 'string') return inShort(words);
  }
  return '';
}

const inShort = (words: string): string => words.replace(/\s+/g, ' ').trim().slice(0, longestMessage);
