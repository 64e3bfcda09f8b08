import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from 'unisono/schema';

/** Every way in which the collector says no, with its HTTP status and what to do about it. */
const refusals = {
  'broken-json': [400, 'The body is not JSON.'],
  'broken-off': [400, 'The body ended before its end.'],
  'not-utf-8': [400, 'The body is not UTF-8 text.'],
  'bad-query': [
    400,
    'limit is a whole number from 1 to 200; before and after are whole numbers from an earlier answer.',
  ],
  'not-signed-in': [401, 'Send Authorization: Bearer with the token of this collector, or sign in.'],
  'host-not-allowed': [403, 'Leads are personal data: they are shown under this collector’s own name only.'],
  'origin-not-allowed': [403, 'This collector does not take leads from that site.'],
  'foreign-form': [403, 'This was not sent from one of this collector’s own pages. Nothing was changed.'],
  'not-allowed': [403, 'Your role does not include this.'],
  'not-found': [404, 'There is nothing at this address.'],
  'method-not-allowed': [405, 'Leads are sent with POST and read with GET.'],
  'id-conflict': [409, 'Another lead was stored under this id. It stays as it is.'],
  'body-too-large': [
    413,
    'A lead may weigh at most 64 kB (65,536 bytes), a form of the team’s pages 1 MB, with a file in it 5 MB.',
  ],
  'unsupported-content-type': [415, 'Send JSON as text/plain or application/json, in UTF-8.'],
  'unknown-version': [422, 'This collector reads version 1 of the contract.'],
  'invalid-lead': [422, 'Some fields are not what the contract expects.'],
  'invalid-tallies': [422, 'Tallies are a list of day, form, campaign, event and number.'],
  'too-many': [429, 'Too many at once from one sender. Send it again later.'],
  'collector-failed': [500, 'The collector failed. Send the lead again later.'],
  'store-unavailable': [503, 'The database is away. Send the lead again later.'],
} as const satisfies Record<string, [ContentfulStatusCode, string]>;

export type RefusalCode = keyof typeof refusals;

interface Details {
  problems?: Problem[];
  /** Seconds until it is worth another try. */
  retryAfter?: number;
}

/** A named no. Thrown wherever it is found out, answered in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly problems: Problem[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, { problems, retryAfter }: Details = {}) {
    super(refusals[code][1]);
    this.code = code;
    this.problems = problems;
    this.retryAfter = retryAfter;
  }

  get status(): ContentfulStatusCode {
    return refusals[this.code][0];
  }

  /** The body of the answer. It repeats nothing of what was sent. */
  toJSON() {
    return {
      error: { code: this.code, message: this.message, ...(this.problems && { problems: this.problems }) },
    };
  }
}
