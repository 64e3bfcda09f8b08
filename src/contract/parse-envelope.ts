import type { Envelope } from '../lead/envelope.ts';
import { consentedPart, type ProfiledPart } from './consented-part.ts';
import { envelopeSchema } from './envelope-schema.ts';
import { type Problem, problemsOf } from './problem.ts';

/** A lead, or why a payload is none: `unknown-version` is another contract's, `invalid-lead` breaks this one. */
export type ParsedEnvelope =
  | { ok: true; envelope: Envelope; withheld: ProfiledPart[] }
  | { ok: false; reason: 'unknown-version' | 'invalid-lead'; problems: Problem[] };

const versionOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;

/**
 * Reads what arrived at a receiver.
 * @param json the parsed body, not trusted in any way
 * @returns the lead with nothing that was not consented to (`withheld` names what was left out although it was
 * sent), or the reason and each field with what was expected there
 */
export function parseEnvelope(json: unknown): ParsedEnvelope {
  const version = versionOf(json);
  if (version !== undefined && version !== 1) {
    return { ok: false, reason: 'unknown-version', problems: [{ field: 'version', expected: '1' }] };
  }
  const { success, data, error } = envelopeSchema.safeParse(json);
  return success
    ? { ok: true, ...consentedPart(data) }
    : { ok: false, reason: 'invalid-lead', problems: problemsOf(error) };
}
