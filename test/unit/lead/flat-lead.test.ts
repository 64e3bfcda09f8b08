import { expect, test } from 'vitest';
import { flatLead } from '../../../src/lead/flat-lead.ts';
import { buildEnvelope, consentTo, morning } from '../../support/envelope-builder.ts';

const id = '3f2b8c1e-5d0a-4b6f-9c37-0e1d2a4b6c88';
const profile = {
  email: 'ada@shop.example',
  name: 'Ada Rossi',
  interests: ['seo', 'ads'],
  buying: { budget: '5k-20k' },
  answers: [
    { name: 'service', label: 'Which?', value: ['audit', 'build'] },
    { name: 'notes', label: 'Notes?', value: '' },
  ],
} as const;

test('a lead is names and texts: who asks first, then answers, behaviour, score, source and consents', () => {
  const lead = flatLead(buildEnvelope({ id, profile: structuredClone(profile) as never }));
  expect(Object.entries(lead)).toEqual([
    ['email', ['ada@shop.example']],
    ['name', ['Ada Rossi']],
    ['interests', ['seo', 'ads']],
    ['service', ['audit', 'build']],
    ['budget', ['5k-20k']],
    ['pageViews', ['3']],
    ['activeSeconds', ['94']],
    ['ctaClicks', ['2']],
    ['calculations', ['4']],
    ['calculation', ['true']],
    ['click', ['gclid']],
    ['source', ['newsletter']],
    ['medium', ['email']],
    ['campaign', ['autumn']],
    ['score', ['50']],
    ['temperature', ['warm']],
    ['id', [id]],
    ['createdAt', [morning]],
    ['source.form', ['lead-form']],
    ['source.page', ['https://shop.example/landing']],
    ['source.title', ['Fewer empty chairs']],
    ['source.locale', ['it-IT']],
    ['source.variant', ['b']],
    ['consent.marketing', ['false']],
    ['consent.marketing.text', ['You may write to me about news.']],
    ['consent.profiling', ['true']],
    ['consent.profiling.text', ['You may use my visit to answer me better.']],
  ]);
});

test('nothing of behaviour or origin is in it without the profiling consent', () => {
  const names = Object.keys(flatLead(buildEnvelope({ consents: [consentTo('profiling', false)] })));
  for (const name of ['pageViews', 'activeSeconds', 'calculation', 'click', 'source', 'campaign'])
    expect(names).not.toContain(name);
  expect(names).toContain('email');
});

test('signs of a bot, a solved challenge and a test lead are named', () => {
  const spam = {
    signals: ['too-fast' as const, 'trap-filled' as const],
    quarantine: true,
    challenge: { name: 'h-captcha-response', token: 't0k3n' },
  };
  expect(flatLead(buildEnvelope({ spam, test: true }))).toMatchObject({
    spam: ['too-fast', 'trap-filled'],
    'h-captcha-response': ['t0k3n'],
    test: ['true'],
  });
});

test('an answer that is called like a part of ours does not hide it, and one like a method is an answer', () => {
  const answer = (name: string) => ({ name, label: name, value: 'mine' });
  const answers = ['email', 'score', 'id', 'consent.marketing', 'toString', '__proto__', 'title'].map(answer);
  const envelope = buildEnvelope({ id, profile: { email: 'ada@shop.example', answers } });
  const lead = flatLead(envelope);
  expect(lead).toMatchObject({
    email: ['ada@shop.example'],
    score: [`${envelope.score!.value}`],
    id: [id],
    'consent.marketing': ['false'],
    title: ['mine'],
  });
  expect(Object.keys(lead)).toEqual(expect.arrayContaining(['toString', '__proto__']));
  expect(lead.constructor).toBeUndefined();
});
