import { expect, test } from 'vitest';
import type { Envelope } from '../../../src/lead/envelope.ts';
import { jsonText } from '../../../src/lead/json-text.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

test('a value is written as its JSON', () => {
  const envelope = buildEnvelope();
  expect(jsonText(envelope)).toBe(JSON.stringify(envelope));
});

test.each([
  ['Array', Array.prototype],
  ['Object', Object.prototype],
  ['String', String.prototype],
  ['Number', Number.prototype],
])('fault 41: a page’s `toJSON` on %s.prototype changes nothing', (_, prototype) => {
  const envelope = buildEnvelope();
  const before = JSON.stringify(envelope);
  const hostile = prototype as { toJSON?: unknown };
  hostile.toJSON = () => 'hostile';
  try {
    expect(jsonText(envelope)).toBe(before);
  } finally {
    delete hostile.toJSON;
  }
});

test('what JSON cannot say is null, and no exception', () => {
  const circular = buildEnvelope() as Envelope & { self?: unknown };
  circular.self = circular;
  expect(jsonText(circular)).toBeNull();
  expect(jsonText({ ...buildEnvelope(), version: 1n } as unknown as Envelope)).toBeNull();
  expect(jsonText(undefined as unknown as Envelope)).toBeNull();
});
