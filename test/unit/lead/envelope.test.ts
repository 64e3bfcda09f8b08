import { describe, expect, test } from 'vitest';
import { bodyOf, type Envelope, envelopeOf } from '../../../src/lead/envelope.ts';
import { defaultScoring, scoreOf } from '../../../src/lead/score.ts';
import { buildLead, consentTo } from '../../support/envelope-builder.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const id = '11111111-1111-4111-8111-111111111111';
const profiled = ['attribution', 'engagement', 'calculation'] as const;

test('an envelope has its version, its id and its moment', () => {
  expect(envelopeOf(buildLead(), { now, id })).toMatchObject({
    version: 1,
    id,
    createdAt: now.toISOString(),
  });
});

test('each envelope has an id of its own', () => {
  expect(envelopeOf(buildLead()).id).not.toBe(envelopeOf(buildLead()).id);
});

describe('what describes the person’s behaviour', () => {
  test('travels with the profiling consent, scored', () => {
    const lead = buildLead();
    const envelope = envelopeOf(lead, { now, id });
    for (const part of profiled) expect(envelope).toHaveProperty(part);
    expect(envelope.score).toEqual(scoreOf(lead));
  });

  test.each([
    ['the box was left alone', [consentTo('marketing'), consentTo('profiling', false)]],
    ['the box was not there', [consentTo('marketing')]],
    ['there were no boxes', []],
    ['it was taken back', [consentTo('profiling'), consentTo('profiling', false)]],
  ])('stays behind when %s, and what was written is scored alone', (_, consents) => {
    const lead = buildLead({ consents });
    const envelope = envelopeOf(lead, { now, id });
    for (const part of profiled) expect(envelope).not.toHaveProperty(part);
    expect(envelope.profile).toEqual(lead.profile);
    expect(envelope.score).toEqual(scoreOf({ profile: lead.profile }));
    expect(envelope.score).toMatchObject({ fit: 55, interest: 0 });
  });
});

describe('a lead is not scored', () => {
  test.each([
    ['the owner turned scoring off', [consentTo('profiling')], null],
    ['the person objects', [consentTo('profiling'), consentTo('scoring', false)], defaultScoring],
    ['the person objects, and profiling was not agreed to', [consentTo('scoring', false)], undefined],
  ])('where %s', (_, consents, scoring) => {
    const envelope = envelopeOf(buildLead({ consents }), { now, id, scoring });
    expect(envelope).not.toHaveProperty('score');
    for (const part of profiled)
      expect(part in envelope).toBe(consents.some(({ purpose }) => purpose === 'profiling'));
  });
});

test('a lead is scored by the rules of the owner', () => {
  const scoring = { rules: [{ when: 'company', points: 70 }], warm: 30, hot: 60 };
  expect(envelopeOf(buildLead(), { scoring }).score).toMatchObject({ value: 70, temperature: 'hot' });
});

test('an envelope is JSON through and through, and shares nothing with what it was made of', () => {
  const lead = buildLead();
  lead.source.variant = undefined;
  const envelope = envelopeOf(lead, { now, id });
  expect(envelope.source).not.toHaveProperty('variant');
  expect(JSON.parse(JSON.stringify(envelope))).toEqual(envelope);
  lead.profile.email = 'changed@shop.example';
  expect(envelope.profile.email).toBe('ada@shop.example');
});

test('an envelope is written once: what is stored, weighed and sent is the same text', () => {
  const envelope = envelopeOf(buildLead(), { now, id });
  const body = bodyOf(envelope);
  expect(JSON.parse(body!)).toEqual(envelope);
  // Whatever the page does to the object afterwards, one id means one body.
  envelope.profile.email = 'another@example.com';
  expect(bodyOf(envelope)).toBe(body);
});

test('what JSON cannot say has no body', () => {
  const circle: Record<string, unknown> = { id };
  circle.self = circle;
  expect(bodyOf(circle as unknown as Envelope)).toBeNull();
});
