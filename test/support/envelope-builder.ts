import type { Purpose } from '../../src/lead/consent.ts';
import { type Envelope, envelopeOf } from '../../src/lead/envelope.ts';
import type { Lead } from '../../src/lead/lead.ts';
import { uuid } from '../../src/lead/uuid.ts';

export const morning = '2026-11-23T10:00:00.000Z';

/** A box as it was left. */
export const consentTo = (purpose: Purpose, granted = true): Lead['consents'][number] => ({
  purpose,
  granted,
  text:
    purpose === 'profiling' ? 'You may use my visit to answer me better.' : 'You may write to me about news.',
  version: '2026-11',
  policyUrl: 'https://shop.example/privacy',
  at: morning,
});

/** A sound lead that says everything the contract knows, profiling consented to. */
export function buildLead(changes: Partial<Omit<Lead, 'score'>> = {}): Omit<Lead, 'score'> {
  return {
    source: {
      form: 'lead-form',
      page: 'https://shop.example/landing',
      title: 'Fewer empty chairs',
      locale: 'it-IT',
      variant: 'b',
    },
    profile: {
      email: 'ada@shop.example',
      name: 'Ada Rossi',
      company: 'Rossi & figli',
      phone: '+39 02 1234567',
      interests: ['seo'],
      message: 'Quanto costa un cliente nuovo?',
      buying: { frequency: 'quarterly', budget: '5k-20k', timeframe: 'this-quarter' },
    },
    consents: [consentTo('marketing', false), consentTo('profiling')],
    attribution: {
      first: { at: morning, page: 'https://shop.example/', referrer: 'https://search.example/' },
      last: {
        at: morning,
        page: 'https://shop.example/landing',
        utm: { source: 'newsletter', medium: 'email', campaign: 'autumn' },
      },
      current: {
        at: morning,
        page: 'https://shop.example/landing',
        click: { name: 'gclid', value: 'abc123' },
      },
    },
    engagement: { pageViews: 3, activeSeconds: 94, ctaClicks: 2, calculations: 4 },
    calculation: {
      model: 1,
      currency: 'EUR',
      definition: 'margin',
      inputs: { media: 2_000, leads: 80, closeRate: { hits: 8, of: 80 }, spend: [500, 500, 1_000] },
      results: { roi: 1.8, roas: 6, payback: null },
    },
    spam: { signals: [], quarantine: false },
    ...changes,
  };
}

/** A sound envelope, put together the way the script does it; a new id each time. */
export function buildEnvelope(changes: Partial<Envelope> = {}): Envelope {
  const { version, id = uuid(), createdAt = morning, test, score, ...lead } = changes;
  return {
    ...envelopeOf(buildLead(lead), { now: new Date(createdAt), id, ...(test && { scoring: null }) }),
    ...(version && { version }),
    ...(test && { test }),
    ...(score && { score }),
  };
}
