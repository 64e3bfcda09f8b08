import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** Characters: no domain is longer, and to level one that is would take a while. */
const longestDomain = 253;
/** Characters: of a longer key its hash stands for it, since no index takes it. */
const longest = 320;

/**
 * Tells persons apart: one address, however it was typed. Case is levelled and an international domain takes its
 * ASCII form. Nothing is guessed beyond that: dots and `+tags` mean different mailboxes to most providers.
 */
export function personKey(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const levelled = domain.length > longestDomain ? domain : domainToASCII(domain) || domain;
  const key = `${email.slice(0, at)}@${levelled}`.toLowerCase();
  return key.length > longest ? `sha256:${createHash('sha256').update(key).digest('hex')}` : key;
}
