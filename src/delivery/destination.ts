import { bare } from '../lead/bare.ts';
import { type Account, adapterOf, type formEncoded } from './adapters.ts';

/** A receiver, and what a browser can do with it. A plain object: it is stored with each lead that waits for it. */
export interface Destination extends Account {
  /** Absolute http(s) address. */
  url: string;
  /** Whether the receiver allows our origin to read its answer (CORS). Then only its receipt counts as accepted. */
  readable: boolean;
  /** `text/plain` is a simple request without preflight; its body is JSON all the same. */
  contentType: 'text/plain' | 'application/json' | typeof formEncoded;
  /** What each receipt of this receiver has in it, where the owner says so. */
  receipt?: string | undefined;
  /** Which kind of receiver it is, where the owner says so; else it gets the envelope as JSON. */
  adapter?: string | undefined;
  /** Names of what it is sent (see `flatLead`), `=` and its own name behind one that it calls differently. */
  sends?: string | undefined;
}

/** What an owner may say of an endpoint. */
export interface EndpointOptions {
  readable?: boolean;
  contentType?: Destination['contentType'] | undefined;
  receipt?: string | undefined;
}

/**
 * The destination of an `endpoint` as an owner writes it.
 * @param endpoint absolute, or relative to `base`
 * @returns `null` for what is no http(s) address
 */
export function endpointOf(
  endpoint: string,
  base: string,
  { readable = true, contentType = 'text/plain', receipt }: EndpointOptions = {},
): Destination | null {
  try {
    const { protocol, href, username, password } = new URL(endpoint, base);
    const isWeb = /^https?:$/.test(protocol) && !username && !password;
    return endpoint.trim() && isWeb ? { url: href, readable, contentType, receipt } : null;
  } catch {
    return null;
  }
}

/** What an owner says of a receiver: a row of `destinations`, or attributes of the form. */
export interface Receiver extends Account {
  /** For a receiver with a host of its own another host, such as that of its European servers. */
  endpoint?: string | undefined;
  /** Name of its kind. */
  destination?: string | undefined;
  sends?: string | undefined;
  unreadable?: boolean | undefined;
  contentType?: 'text/plain' | 'application/json' | undefined;
  receipt?: string | undefined;
}

/**
 * The destination that a receiver is.
 * @param base address of the page
 * @returns what of it is missing or wrong where it is none
 */
export function destinationOf(
  receiver: Receiver,
  base: string,
): Destination | 'endpoint' | 'destination' | 'portal' | 'form' {
  const { destination, endpoint, sends, unreadable, contentType, receipt, ...account } = bare(receiver);
  const adapter = destination ?? (sends && 'text');
  const kind = adapterOf(adapter);
  if (!kind) return 'destination';
  const { host = base, path, needs = {} } = kind;
  for (const [part, shape] of Object.entries(needs) as ['portal' | 'form', RegExp][])
    if (!shape.test(account[part] ?? '')) return part;
  const to = endpointOf(path ? path(account) : (endpoint ?? ''), path ? (endpoint ?? host) : base, {
    readable: kind.readable ?? !unreadable,
    contentType: kind.contentType ?? contentType,
    receipt,
  });
  return to ? { ...to, adapter, sends, ...account } : 'endpoint';
}
