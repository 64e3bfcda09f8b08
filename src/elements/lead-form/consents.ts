import type { Consent } from '../../lead/consent.ts';
import type { Box } from './behaviour/form-behaviour.ts';

const hashes = new Map<string, Promise<string | undefined>>();

/** SHA-256 of a text as 64 hex digits; `undefined` on plain http, where the receiver has to do it. */
async function digest(text: string): Promise<string | undefined> {
  try {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return undefined;
  }
}

/**
 * What each box said and how it was left: the proof that goes with the lead. A box to say no with is a proof only where
 * it was ticked.
 */
export const consentsOf = (
  boxes: readonly Box[],
  proof: Omit<Consent, 'purpose' | 'granted' | 'text'>,
): Promise<Consent[]> =>
  Promise.all(
    boxes
      .filter(({ name, isTicked }) => isTicked || name.startsWith('consent.'))
      .map(async ({ name, isTicked, words: text }) => {
        const [kind, ...purpose] = name.split('.');
        const hash = hashes.get(text) ?? digest(text);
        hashes.set(text, hash);
        return {
          purpose: purpose.join('.'),
          granted: isTicked && kind === 'consent',
          text,
          hash: await hash,
          ...proof,
        };
      }),
  );
