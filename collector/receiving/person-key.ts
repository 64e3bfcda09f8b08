import { domainToASCII } from 'node:url';

/**
 * Tells persons apart: one address, however it was typed. Case is levelled and an international domain takes its
 * ASCII form. Nothing is guessed beyond that: dots and `+tags` mean different mailboxes to most providers.
 */
export function personKey(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  return `${email.slice(0, at)}@${domainToASCII(domain) || domain}`.toLowerCase();
}
