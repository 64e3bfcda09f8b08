import type { Calculation } from './calculation.ts';
import { isGranted } from './consent.ts';
import { jsonText, parseJson } from './json-text.ts';
import type { Lead } from './lead.ts';
import { allowedScore, type Scoring } from './score.ts';
import { uuid } from './uuid.ts';

/** A lead as it travels. */
export interface Envelope extends Lead {
  version: 1;
  /** UUID: the idempotency key, one for all tries. */
  id: string;
  /** ISO 8601, UTC, by the visitor's clock. */
  createdAt: string;
  /** Present on a lead that an owner sent to try the endpoint. */
  test?: true;
}

/** A lead weighs at most this many bytes as UTF-8 JSON: half of what all `keepalive` requests of a page share. */
export const envelopeLimit = 32_000;

/** What an envelope adds to a lead. */
export interface Posting {
  now?: Date;
  id?: string;
  /** `null`: the owner has turned scoring off. */
  scoring?: Scoring | null | undefined;
}

/**
 * Puts a lead into its envelope. Without the profiling consent, whatever describes the person's behaviour
 * stays behind; what they wrote is scored all the same, unless they object (see `allowedScore`).
 * @throws TypeError for what JSON cannot say
 */
export function envelopeOf(
  lead: Omit<Lead, 'score' | 'calculation'> & { calculation?: Calculation | undefined },
  { now = new Date(), id = uuid(), scoring }: Posting = {},
): Envelope {
  const { source, profile, consents, spam, attribution, engagement, calculation } = lead;
  const profiled = isGranted(consents, 'profiling') ? { attribution, engagement, calculation } : {};
  const envelope = {
    version: 1,
    id,
    createdAt: now.toISOString(),
    source,
    profile,
    consents,
    spam,
    ...profiled,
    score: allowedScore(lead, scoring) ?? undefined,
  };
  const body = jsonText(envelope)!;
  const own = parseJson(body) as Envelope;
  bodies.set(own, body);
  return own;
}

const bodies = /* @__PURE__ */ new WeakMap<Envelope, string>();

/** An envelope as it is sent, written once: one id means one body. `null` for what JSON cannot say. */
export function bodyOf(envelope: Envelope): string | null {
  const body = bodies.get(envelope) ?? jsonText(envelope);
  if (body !== null) bodies.set(envelope, body);
  return body;
}
