import type { Destination } from '../../../src/delivery/destination.ts';
import { type Envelope, envelopeOf } from '../../../src/lead/envelope.ts';
import { uuid } from '../../../src/lead/uuid.ts';

/** A lead in its envelope. */
export function anEnvelope(id = uuid(), message = 'Please call me.', createdAt = new Date()): Envelope {
  return envelopeOf(
    {
      source: { form: 'lead-form', page: 'https://shop.example/landing', title: 'Shop', locale: 'it-IT' },
      profile: { email: 'ada@example.com', name: 'Ada', message },
      consents: [],
      spam: { signals: [], quarantine: false },
    },
    createdAt,
    id,
  );
}

/** A receiver whose answer can be read, unless said otherwise. */
export const aDestination = (more: Partial<Destination> = {}): Destination => ({
  url: 'https://hooks.example/leads',
  readable: true,
  contentType: 'text/plain',
  ...more,
});
