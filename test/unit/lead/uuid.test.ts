import { expect, test } from 'vitest';
import { uuid } from '../../../src/lead/uuid.ts';

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test.each([
  [0x00, '00000000-0000-4000-8000-000000000000'],
  [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
])('of bytes that are all %d it is %s', (byte, id) => {
  expect(uuid((bytes) => bytes.fill(byte))).toBe(id);
});

test('each is another one, and each a version 4', () => {
  const ids = Array.from({ length: 1_000 }, () => uuid());
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(id).toMatch(version4);
});
