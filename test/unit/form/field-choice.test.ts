import { expect, test } from 'vitest';
import { defaultFields, fieldList } from '../../../src/form/field-choice.ts';

const asked = (value: unknown) =>
  fieldList.read(value)?.map(({ name, required }) => (required ? name : `${name}?`));

test.each<[unknown, string[] | undefined]>([
  ['name email phone?', ['name', 'email', 'phone?']],
  [' name,email ,\n phone? ', ['name', 'email', 'phone?']],
  [
    ['phone?', 'email'],
    ['phone?', 'email'],
  ],
  ['name', ['name', 'email']],
  ['email? name', ['email', 'name']],
  ['name name?', ['name?', 'email']],
  ['', undefined],
  ['fax', undefined],
  ['name fax?', undefined],
  ['toString', undefined],
])('%j asks for %j', (value, fields) => {
  expect(asked(value)).toEqual(fields);
});

test('where the owner does not choose, three fields may stay empty', () => {
  expect(defaultFields.filter(({ required }) => !required).map(({ name }) => name)).toEqual([
    'company',
    'phone',
    'message',
  ]);
});
