import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link in a mail lets its bearer do. */
export type LinkPurpose = 'opt-in' | 'way-out';

const seal = (secret: string, purpose: LinkPurpose, numbers: string): Buffer =>
  createHmac('sha256', secret).update(`link\n${purpose}\n${numbers}`).digest();

/**
 * What stands in the address of a link: some numbers, and a seal that only this collector can make. Nothing of it is
 * stored, so every mail to a person can carry the same way out, and a link of somebody erased leads nowhere.
 */
export function signedToken(secret: string, purpose: LinkPurpose, ...numbers: readonly number[]): string {
  const written = numbers.map((number) => number.toString(36)).join('.');
  return `${written}.${seal(secret, purpose, written).toString('base64url')}`;
}

/** The numbers in a token; `null` unless this collector made it for this purpose. */
export function numbersIn(secret: string, purpose: LinkPurpose, token: string): number[] | null {
  const [, written = '', sealed = ''] = /^([0-9a-z.]{1,40})\.([\w-]{43})$/.exec(token) ?? [];
  const given = Buffer.from(sealed, 'base64url');
  const own = seal(secret, purpose, written);
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  return written.split('.').map((number) => Number.parseInt(number, 36));
}
