import { expect, test } from 'vitest';
import { rescored } from '../../../src/lead/rescored.ts';
import { scoreOf } from '../../../src/lead/score.ts';
import { buildEnvelope, consentTo } from '../../support/envelope-builder.ts';

const claim = { value: 100, temperature: 'hot', stage: 'mql', reasons: [] } as const;
const claimed = { ...claim, reasons: [{ rule: 'trust-me', points: 100 }] };

test('the sender’s score counts for nothing', () => {
  const envelope = buildEnvelope();
  const { score, ...rest } = envelope;
  expect(rescored({ ...envelope, score: claimed })).toEqual(envelope);
  expect(rescored(rest)).toEqual(envelope);
});

test('without the profiling consent, what was written is scored alone, even if the sender sent more', () => {
  const envelope = { ...buildEnvelope(), consents: [consentTo('profiling', false)], score: claimed };
  const { score } = rescored(envelope);
  expect(score).toEqual(scoreOf({ profile: envelope.profile }));
  expect(score?.interest).toBe(0);
});

test.each([
  ['an objection', { consents: [consentTo('profiling'), consentTo('scoring', false)] }, undefined],
  ['scoring turned off', {}, null],
  ['a test of the owner', { test: true as const }, undefined],
])('with %s there is none', (_, changes, scoring) => {
  const envelope = { ...buildEnvelope(), ...changes, score: claimed };
  const { score, ...rest } = envelope;
  expect(rescored(envelope, scoring)).toEqual(rest);
  expect(envelope.score).toBe(claimed);
});

test('the rules are the receiver’s', () => {
  const scoring = { rules: [{ when: 'email', points: 42 }], warm: 30, hot: 60 };
  expect(rescored(buildEnvelope(), scoring).score).toMatchObject({ value: 42, temperature: 'warm' });
});
