import { expect, test } from 'vitest';
import { envelopeBody } from '../../../src/delivery/envelope-body.ts';
import type { Envelope } from '../../../src/lead/envelope.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

test('an envelope travels as its JSON', () => {
  const envelope = buildEnvelope();
  expect(envelopeBody(envelope)).toBe(JSON.stringify(envelope));
});

test('fault 41: a page’s `toJSON` on Array.prototype changes nothing', () => {
  const envelope = buildEnvelope();
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
  const circular = buildEnvelope() as Envelope & { self?: unknown };
  circular.self = circular;
  expect(envelopeBody(circular)).toBeNull();
  expect(envelopeBody({ ...buildEnvelope(), version: 1n } as unknown as Envelope)).toBeNull();
  expect(envelopeBody(undefined as unknown as Envelope)).toBeNull();
});
