import { describe, expect, it } from 'vitest';
import { languages } from '../../../collector/words/words.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const { en } = languages;

describe('a form that a browser posts without our script', () => {
  onEachStore((open) => {
    it('proves no consent, and says so to the team instead of that none was asked for', async () => {
      const store = await open();
      const { anybody, as } = await collectorOn(store);
      const fields = { email: 'ada@shop.example', 'consent.marketing': 'on' };
      const answer = await anybody.post('/api/leads', fields);
      expect(answer.headers.get('location')).toBe('/api/thanks');
      const { id, marketing } = await store.read
        .selectFrom('persons')
        .select(['id', 'marketing'])
        .executeTakeFirstOrThrow();
      expect(marketing).toBe('none');
      const page = await (await (await as('sales')).get(`/people/${id}`)).text();
      expect(page).toContain(en.request.unprovenConsents);
      expect(page).not.toContain(en.request.noConsents);
    });
  });
});
