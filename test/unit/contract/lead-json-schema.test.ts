import { expect, test } from 'vitest';
import { leadJsonSchema } from '../../../src/schema.ts';

const schema = leadJsonSchema();

test('is JSON Schema that names what a lead must have', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.required).toEqual(['version', 'id', 'createdAt', 'source', 'profile', 'consents', 'spam']);
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
});

test('allows keys that it does not know, as the collector does', () => {
  expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
});
