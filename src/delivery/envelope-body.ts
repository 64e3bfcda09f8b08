import type { Envelope } from '../lead/envelope.ts';

// As they were when our script ran: pages replace them.
const { stringify } = JSON;

/**
 * An envelope as the JSON text that travels, the same for each try; `null` for what JSON cannot say.
 * `toJSON` is passed over: some libraries put one on `Array.prototype` that turns lists into strings.
 */
export function envelopeBody(envelope: Envelope): string | null {
  try {
    return (
      stringify(envelope, function (this: Record<string, unknown>, key) {
        return this[key];
      }) ?? null
    );
  } catch {
    return null;
  }
}
