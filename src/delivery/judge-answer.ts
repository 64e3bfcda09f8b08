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
  /** What every receipt of this receiver has in it, as its owner says. Then no other answer is a receipt. */
  receipt?: string | undefined;
  /** Its kind's own way of saying yes, in place of the usual ones. */
  yes?: RegExp | undefined;
  /** Whether a page may be its answer. */
  answersWithPage?: boolean | undefined;
}

/** Created, accepted, no content. A login page or a proxy does not answer like that; a mere 200 may come from either. */
const telling = /^20[124]$/;

/** What begins like JSON is no page, whatever stands in its texts. */
const json = /^\s*[[{]/;

/** A tag, an end of one, a doctype. An address in angle brackets is none. */
const markup = /<[!?/]?[a-z][\w:-]*[\s/>]/i;

/** How receivers say yes and no in JSON. A text that a person wrote cannot: its quotation marks are escaped. */
const usualYes = /"(ok|success|status)"\s*:\s*"?(true|ok|success)/i;
const no =
  /"(ok|success|status)"\s*:\s*"?(false|error|fail)|"errors?"\s*:(?!\s*(null|false|0|""|\[\s*]|\{\s*\}))/i;

/**
 * What an answer means. A 2xx is a receipt where it says so: by its status, by a yes in JSON, by the lead's id, or by
 * what the owner says a receipt looks like.
 * - A page is none (a captive portal, a login, an error printed by the server's language), nor is what has no end. The
 *   lead stays and is sent again.
 * - A no in JSON is a refusal.
 * - Any other answer may be the receiver's, or that of somebody in between: the lead is handed over, and no more than
 *   that is said.
 */
export function judgeAnswer(
  { status, text, isWhole, retryAfter }: Answer,
  { id, receipt, yes = usualYes, answersWithPage }: Marks,
): Outcome {
  const code = `${status}`;
  if (/^(5|408|425|429)/.test(code)) {
    return {
      status: 'failed',
      trouble: 'busy',
      retryAfter: retryAfter ?? (status === 429 ? pauseOf429 : null),
    };
  }
  const isPage = !json.test(text) && markup.test(text);
  const isFine = /^2/.test(code);
  if (!isFine || (!isPage && no.test(text))) {
    const trouble = isFine ? 'not-a-receipt' : 'refused';
    return { status: 'rejected', trouble, http: status, message: isPage ? '' : messageOf(text) };
  }
  if (receipt ? !text.includes(receipt) : !answersWithPage && (isPage || !isWhole))
    return { status: 'failed', trouble: 'not-a-receipt' };
  const isReceipt = receipt || telling.test(code) || yes.test(text) || text.includes(id);
  return { status: isReceipt ? 'accepted' : 'handed-over' };
}

/** The fields by which receivers are known to say how it went. */
interface Said {
  message?: unknown;
  error?: { message?: unknown } | null;
  errors?: ({ message?: unknown } | null)[] | null;
}

/** The receiver's own words, as a message in JSON or as plain text; shortened, maybe empty. */
function messageOf(text: string): string {
  let said: Said;
  try {
    said = (parseJson(text) ?? {}) as Said;
  } catch {
    said = { message: text };
  }
  const { message, error, errors } = said;
  for (const words of [message, error, error?.message, errors?.[0]?.message]) {
    if (typeof words === 'string') return words.replace(/\s+/g, ' ').trim().slice(0, longestMessage);
  }
  return '';
}
