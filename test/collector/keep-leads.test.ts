import { describe, expect, it } from 'vitest';
import { keepLeads } from '../../collector/receiving/keep-leads.ts';
import { bodyDigest } from '../../collector/receiving/received-lead.ts';
import type { Store } from '../../collector/store/store.ts';
import type { Envelope } from '../../src/schema.ts';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { onEachStore } from '../support/on-each-store.ts';

const noon = new Date('2026-11-27T12:00:00Z');

const keep = (store: Store, ...envelopes: Envelope[]) =>
  store.change((change) =>
    keepLeads(
      change,
      envelopes.map((envelope) => ({ envelope, digest: bodyDigest(envelope) })),
      { secret: 'secret', now: noon },
    ),
  );
const from = (email: string, changes: Partial<Envelope['profile']> = {}) =>
  buildEnvelope({ profile: { email, ...changes } });

describe('keeping leads', () => {
  onEachStore((open) => {
    it('keeps each id once, also where it comes twice at the same moment', async () => {
      const store = await open();
      const lead = buildEnvelope();
      const other = { ...lead, profile: { ...lead.profile, company: 'Another' } };
      expect(await keep(store, lead, lead, other)).toEqual(['stored', 'duplicate', 'conflict']);
      expect(await keep(store, lead, other)).toEqual(['duplicate', 'conflict']);
      expect(await store.read.selectFrom('requests').selectAll().execute()).toHaveLength(1);
    });

    it('puts the requests of one address together, however it was typed', async () => {
      const store = await open();
      await keep(
        store,
        from('Ada@Shop.example', { name: 'Ada' }),
        from('bob@shop.example'),
        from('ada@shop.example'),
      );
      await keep(store, from('ADA@shop.example', { company: 'Rossi' }));
      const persons = await store.read.selectFrom('persons').selectAll().orderBy('id').execute();
      expect(persons.map(({ key, name, company, requests }) => ({ key, name, company, requests }))).toEqual([
        { key: 'ada@shop.example', name: 'Ada', company: 'Rossi', requests: 3 },
        { key: 'bob@shop.example', name: '', company: '', requests: 1 },
      ]);
    });
  });
});
