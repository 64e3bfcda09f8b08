import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../collector/receiving/group-commit.ts';
import { keepLeads } from '../../collector/receiving/keep-leads.ts';
import { keepTallies } from '../../collector/receiving/keep-tallies.ts';
import { bodyDigest } from '../../collector/receiving/received-lead.ts';
import type { Store } from '../../collector/store/store.ts';
import { type Envelope, parseEnvelope } from '../../src/schema.ts';
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

    it('takes whatever the contract allows, however long', async () => {
      const store = await open();
      const long = '界'.repeat(950);
      const leads = [
        from(`${'界'.repeat(240)}@shop.example`, { name: long, company: long, phone: '1'.repeat(200) }),
        buildEnvelope({
          profile: { email: 'form@shop.example' },
          source: { form: long, page: 'https://shop.example/', title: long, locale: 'it' },
        }),
      ];
      for (const lead of leads) expect(parseEnvelope(lead).ok).toBe(true);
      expect(await keep(store, ...leads)).toEqual(['stored', 'stored']);
      await store.change((change) =>
        keepTallies(change, [{ day: '2026-11-27', form: long, campaign: long, event: 'view', number: 1 }]),
      );
    });
  });
});

describe('a lead that cannot be kept', () => {
  const group = () => {
    const kept: string[][] = [];
    const keepAll = async (items: string[]): Promise<string[]> => {
      if (items.includes('away')) throw new Error('away');
      if (items.includes('poison')) throw new Error('poison');
      kept.push(items);
      return items;
    };
    const isAway = (error: unknown) => (error as Error).message === 'away';
    return { kept, send: groupCommit(keepAll, isAway) };
  };

  it('harms none of those that came with it', async () => {
    const { kept, send } = group();
    const results = await Promise.allSettled(['a', 'poison', 'b', 'c'].map(send));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(kept).toEqual([['a'], ['b'], ['c']]);
  });

  it('is told from a disk that is away, for which nobody waits twice', async () => {
    const { kept, send } = group();
    const first = Promise.allSettled(['a', 'away'].map(send));
    await new Promise(setImmediate);
    const [results] = await Promise.all([first, send('b').catch(() => {})]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(kept.flat()).not.toContain('a');
  });
});
