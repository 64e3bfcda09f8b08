/** Takes news from tab to tab. */
export type NewsChannel = Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;

/** The one of this site; none where a browser denies it together with storage, and there is no outbox to tell of. */
export function newsChannel(): NewsChannel | undefined {
  try {
    return new BroadcastChannel('unisono-outbox');
  } catch {}
}
