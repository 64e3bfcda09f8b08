import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leadJsonSchema } from '../../src/schema.ts';

test('the JSON Schema that ships is the contract', () => {
  const shipped = new URL('../../dist/lead.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(shipped, 'utf8'))).toEqual(JSON.parse(JSON.stringify(leadJsonSchema())));
});
