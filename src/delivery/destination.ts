/** A receiver, and what a browser can do with it. */
export interface Destination {
  /** Absolute http(s) address. */
  url: string;
  /** Whether the receiver allows our origin to read its answer (CORS). Then only its receipt counts as accepted. */
  readable: boolean;
  /** `text/plain` is a simple request without preflight; its body is JSON all the same. */
  contentType: 'text/plain' | 'application/json';
  /** What each receipt of this receiver has in it, where the owner says so. */
  receipt?: string | undefined;
}

/** What an owner may say of an endpoint. */
export interface EndpointOptions {
  readable?: boolean;
  contentType?: Destination['contentType'];
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
