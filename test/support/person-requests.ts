import { keepLeads } from '../../collector/receiving/keep-leads.ts';
import { bodyDigest } from '../../collector/receiving/received-lead.ts';
import type { Store } from '../../collector/store/store.ts';
import type { Envelope } from '../../src/schema.ts';
import { buildEnvelope } from './envelope-builder.ts';

/** What makes somebody hot, warm and cold by our own rules, whatever they did on the site. */
const buying = {
  hot: { timeframe: 'now', budget: 'over-20k', frequency: 'monthly' },
  warm: { timeframe: 'this-quarter', budget: '1k-5k' },
  cold: {},
} as const;

/** A request of somebody with this address, with nothing agreed to. */
export const requestOf = (
  email: string,
  temperature: keyof typeof buying,
  changes: Partial<Envelope> = {},
): Envelope => ({
  ...buildEnvelope({
    profile: { email, name: email.split('@')[0]!, buying: buying[temperature] },
    consents: [],
  }),
  ...changes,
});

/** Keeps a request as the front door does. */
export const keepRequest = (store: Store, envelope: Envelope, now: Date) =>
  store.change((change) =>
    keepLeads(change, [{ envelope, digest: bodyDigest(envelope) }], { secret: 'secret', now }),
  );
