import { describe, expect, it, test } from 'vitest';
import { readScoring, scoringText } from '../../../collector/working/scoring-text.ts';
import { defaultScoring } from '../../../src/schema.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const noon = new Date('2026-11-27T12:00:00Z');

describe('rules as people write them', () => {
  test('our own are read back as they are written', () => {
    const read = readScoring(scoringText(defaultScoring), { warm: '30', hot: '60' });
    expect(read).toEqual({ ok: true, scoring: defaultScoring });
  });

  test.each([
    ['budget=over-20k 25', { when: 'budget=over-20k', points: 25 }],
    ['  budget=over-20k:   +25 ', { when: 'budget=over-20k', points: 25 }],
    ['!company −5', { when: '!company', points: -5 }],
    ['pageViews>=3 & click 10', { when: 'pageViews>=3 & click', points: 10 }],
  ])('%j is a rule', (text, rule) => {
    expect(readScoring(`\n${text}\n\n`, { warm: '0', hot: '100' })).toEqual({
      ok: true,
      scoring: { rules: [rule], warm: 0, hot: 100 },
    });
  });

  test('each line that is none is named by its number', () => {
    const text = 'company 5\n\nbudget\n=5 3\nphone 500\n25';
    expect(readScoring(text, { warm: '30', hot: '60' })).toEqual({
      ok: false,
      fields: [],
      lines: [
        { line: 3, problem: 'no-rule' },
        { line: 4, problem: 'no-condition' },
        { line: 5, problem: 'points' },
        { line: 6, problem: 'no-rule' },
      ],
    });
  });

  test.each([
    ['', '60', ['warm']],
    ['30', '101', ['hot']],
    ['70', '60', ['hot']],
    ['3.5', 'x', ['warm', 'hot']],
  ])('from %j and %j on is not', (warm, hot, fields) => {
    expect(readScoring('company 5', { warm, hot })).toMatchObject({ ok: false, fields, lines: [] });
  });

  test('a hundred and one are too many', () => {
    const text = Array.from({ length: 101 }, (_, at) => `answer${at} 1`).join('\n');
    expect(readScoring(text, { warm: '0', hot: '100' })).toMatchObject({ ok: false, fields: ['rules'] });
  });
});

describe('the team’s rules', () => {
  onEachStore((open) => {
    it('judge the next lead, and leave those that have come as they are', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => noon);
      const admin = await as('admin');
      await keepRequest(store, requestOf('before@a.example', 'cold'), noon);
      const saved = await admin.post('/settings/scoring', {
        do: 'save',
        rules: 'email 90',
        warm: '10',
        hot: '80',
      });
      expect(saved.status).toBe(303);
      await keepRequest(store, requestOf('after@a.example', 'cold'), noon);
      const judged = () =>
        store.read.selectFrom('persons').select(['email', 'temperature', 'score']).orderBy('id').execute();
      expect(await judged()).toEqual([
        { email: 'before@a.example', temperature: 'cold', score: 0 },
        { email: 'after@a.example', temperature: 'hot', score: 90 },
      ]);
      await admin.post('/settings/scoring', { do: 'reset' });
      await keepRequest(store, requestOf('again@a.example', 'cold'), noon);
      expect((await judged()).at(-1)).toMatchObject({ temperature: 'cold' });
    });

    it('are an admin’s to set; what is wrong is named, and what was written stays', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => noon);
      expect((await (await as('marketing')).get('/settings/scoring')).status).toBe(403);
      const answer = await (await as('admin')).post('/settings/scoring', {
        do: 'save',
        rules: 'company 5\n<b>nonsense',
        warm: '30',
        hot: '20',
      });
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('Line 2: write a condition, a space, and its points.');
      expect(page).toContain('&lt;b>nonsense');
      expect(page).toContain('id="hot-error"');
      expect(
        await store.read.selectFrom('settings').selectAll().where('name', '=', 'scoring').execute(),
      ).toEqual([]);
    });
  });
});
