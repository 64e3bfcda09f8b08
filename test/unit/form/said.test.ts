import { expect, test } from 'vitest';
import { profileOf, type Said } from '../../../src/form/said.ts';
import { buyingChoices, profileLines } from '../../../src/lead/profile.ts';
import { parseEnvelope } from '../../../src/schema.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

const said = (name: string, ...values: string[]): Said => ({
  name,
  label: `${name}?`,
  values,
  isList: false,
});
const several = (name: string, ...values: string[]): Said => ({ ...said(name, ...values), isList: true });
const email = said('email', 'ada@shop.example');

test('what the profile has a line for stands in that line', () => {
  const lines = profileLines.map((name) => said(name, `${name} of Ada`));
  expect(profileOf([...lines, email, said('message', 'One\nTwo')])).toEqual({
    ...Object.fromEntries(profileLines.map((name) => [name, `${name} of Ada`])),
    email: 'ada@shop.example',
    message: 'One\nTwo',
  });
});

test('what was left empty is no part of it', () => {
  expect(profileOf([email, said('name'), said('interests'), said('budget'), said('staff')])).toEqual({
    email: 'ada@shop.example',
  });
});

test('a form without an address makes an empty one, which no receiver takes', () => {
  const profile = profileOf([said('name', 'Ada')]);
  expect(profile).toEqual({ name: 'Ada', email: '' });
  expect(parseEnvelope(buildEnvelope({ profile })).ok).toBe(false);
});

test.each(Object.entries(buyingChoices).flatMap(([habit, words]) => words.map((word) => [habit, word])))(
  '%s: %s is a habit of buying',
  (habit, word) => {
    expect(profileOf([email, said(habit, word)])).toEqual({
      email: 'ada@shop.example',
      buying: { [habit]: word },
    });
  },
);

test('a habit in the owner’s own words is an answer, since receivers know the contract’s words alone', () => {
  expect(profileOf([email, said('budget', '10k-100k'), said('frequency', 'monthly')])).toEqual({
    email: 'ada@shop.example',
    buying: { frequency: 'monthly' },
    answers: [{ name: 'budget', label: 'budget?', value: '10k-100k' }],
  });
});

test('a habit that was answered with several words loses none of them', () => {
  const profile = profileOf([email, several('frequency', 'monthly', 'weekly')]);
  expect(JSON.stringify(profile)).toContain('monthly');
  expect(JSON.stringify(profile)).toContain('weekly');
});

test('interests are a list, with one of them or several', () => {
  expect(profileOf([email, said('interests', 'seo')]).interests).toEqual(['seo']);
  expect(profileOf([email, several('interests', 'seo', 'ads')]).interests).toEqual(['seo', 'ads']);
});

test('an answer of the owner’s own has its question beside it', () => {
  expect(profileOf([email, said('staff', '12')]).answers).toEqual([
    { name: 'staff', label: 'staff?', value: '12' },
  ]);
});

test('an answer that may have several values is a list, with one of them as well', () => {
  expect(profileOf([email, several('days', 'mo', 'we'), several('hours', '9')]).answers).toEqual([
    { name: 'days', label: 'days?', value: ['mo', 'we'] },
    { name: 'hours', label: 'hours?', value: ['9'] },
  ]);
});

test('answers keep the order in which they were asked', () => {
  const names = ['z', 'a', 'm'];
  expect(
    profileOf([...names.map((name) => said(name, '1')), email]).answers!.map(({ name }) => name),
  ).toEqual(names);
});

test.each(['__proto__', 'constructor', 'toString', 'buying', 'answers', 'length'])(
  'a question called %s is an answer like any other',
  (name) => {
    const profile = profileOf([email, said(name, 'x')]);
    expect(profile.answers).toEqual([{ name, label: `${name}?`, value: 'x' }]);
    expect(Object.keys(profile).sort()).toEqual(['answers', 'email']);
    expect(Object.getPrototypeOf(profile)).toBe(Object.prototype);
  },
);

test('what was handed in stays as it is', () => {
  const values = ['seo', 'ads'];
  const { interests } = profileOf([email, several('interests', ...values)]);
  interests!.push('more');
  expect(values).toEqual(['seo', 'ads']);
});

test('whatever is said, the contract takes what comes of it', () => {
  const profile = profileOf([
    email,
    ...profileLines.map((name) => said(name, 'x')),
    said('message', 'x'),
    several('interests', 'a', 'b'),
    said('budget', '5k-20k'),
    said('timeframe', 'own words'),
    several('days', 'mo'),
  ]);
  expect(parseEnvelope(buildEnvelope({ profile }))).toMatchObject({ ok: true, envelope: { profile } });
});
