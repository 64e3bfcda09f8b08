import { expect, test } from 'vitest';
import { envelopeBody } from '../../../src/delivery/envelope-body.ts';
import type { Envelope } from '../../../src/lead/envelope.ts';
import { anEnvelope } from './an-envelope.ts';

test('an envelope travels as its JSON', () => {
  const envelope = anEnvelope();
  expect(envelopeBody(envelope)).toBe(JSON.stringify(envelope));
});

test('fault 41: a page’s `toJSON` on Array.prototype changes nothing', () => {
  const envelope = anEnvelope();
  const before = JSON.stringify(envelope);
  const prototype = Array.prototype as { toJSON?: () => string };
  prototype.toJSON = () => 'hostile';
  try {
    expect(envelopeBody(envelope)).toBe(before);
  } finally {
    delete prototype.toJSON;
  }
});

test('what JSON cannot say is no body, and no exception', () => {
  const circular = anEnvelope() as Envelope & { self?: unknown };
  circular.self = circular;
  expect(envelopeBody(circular)).toBeNull();
  expect(envelopeBody({ ...anEnvelope(), version: 1n } as unknown as Envelope)).toBeNull();
  expect(envelopeBody(undefined as unknown as Envelope)).toBeNull();
});
