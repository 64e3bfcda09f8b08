import { expect, test } from 'vitest';
import { profileOf } from '../../../src/form/profile-of.ts';

test('what was written is kept as it was, without the blanks around it', () => {
  expect(
    profileOf({
      email: ' ada@shop.example\n',
      name: '  Ada  Rossi ',
      company: '\tRossi & figli',
      phone: ' +39 02 1234567 ',
      message: ' Two lines,\nof hers. ',
    }),
  ).toEqual({
    email: 'ada@shop.example',
    name: 'Ada  Rossi',
    company: 'Rossi & figli',
    phone: '+39 02 1234567',
    message: 'Two lines,\nof hers.',
  });
});

test('an empty field leaves nothing behind, nor does one of blanks', () => {
  expect(
    profileOf({ email: 'ada@shop.example', name: '', company: '  ', interests: '', budget: '' }),
  ).toEqual({ email: 'ada@shop.example' });
});

test.each(['budget', 'frequency', 'timeframe'] as const)('%s is part of how somebody buys', (name) => {
  expect(profileOf({ email: 'a@b.example', [name]: 'said' })).toEqual({
    email: 'a@b.example',
    buying: { [name]: 'said' },
  });
});

test('what somebody is interested in is a list of it', () => {
  expect(profileOf({ email: 'a@b.example', interests: 'quote' }).interests).toEqual(['quote']);
});

test('a profile has an address, even where none was written', () => {
  expect(profileOf({ name: 'Ada' })).toEqual({ name: 'Ada', email: '' });
});
