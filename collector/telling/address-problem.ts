import { loopbackHosts } from '../own-host.ts';

/** Why an address cannot be called. */
export type AddressProblem = 'no-address' | 'not-https' | 'with-password' | 'too-long';

const longest = 2_000;

/**
 * What is wrong with an address that is to be called; `null` if nothing is. People's data goes there: over `https`,
 * unless it does not leave this machine. A password in it would be shown in lists and be sent to nobody.
 */
export function addressProblem(text: string): AddressProblem | null {
  if (text.length > longest) return 'too-long';
  if (!URL.canParse(text)) return 'no-address';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' && !(protocol === 'http:' && loopbackHosts.includes(hostname)))
    return 'not-https';
  return username || password ? 'with-password' : null;
}
