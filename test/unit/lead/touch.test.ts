import { describe, expect, test } from 'vitest';
import { bareAddress, touchOf } from '../../../src/lead/touch.ts';

const at = new Date('2026-11-23T10:00:00Z');
const touch = (query = '', referrer = '') => touchOf(`https://shop.example/landing${query}`, referrer, at);

describe('of an address only origin and path are kept', () => {
  test.each([
    ['https://shop.example/a/b?email=ada@shop.example#token', 'https://shop.example/a/b'],
    ['https://ada:secret@shop.example/', 'https://shop.example/'],
    ['http://localhost:8080/x', 'http://localhost:8080/x'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['about:blank', ''],
    ['data:text/html,ada', ''],
    ['file:///home/ada/letter.html', ''],
    ['blob:https://shop.example/1', ''],
    ['javascript:ada', ''],
    ['android-app://com.mail', ''],
    ['not an address', ''],
    ['', ''],
  ])('%s → %s', (address, bare) => {
    expect(bareAddress(address)).toBe(bare);
  });

  test('and no more of it than the contract takes', () => {
    expect(bareAddress(`https://shop.example/${'a'.repeat(5_000)}`)).toHaveLength(2_000);
  });
});

test('a direct arrival is a moment and a page', () => {
  expect(touch()).toEqual({ at: '2026-11-23T10:00:00.000Z', page: 'https://shop.example/landing' });
});

test('the five UTM parameters are kept raw, and no others', () => {
  const query =
    '?utm_source=News+Letter&utm_medium=e-mail&utm_campaign=%C3%A0&utm_term=&utm_content=b&utm_id=7&email=ada';
  expect(touch(query).utm).toEqual({ source: 'News Letter', medium: 'e-mail', campaign: 'à', content: 'b' });
  expect(JSON.stringify(touch(query))).not.toContain('ada');
});

test('a parameter as long as a novel is cut', () => {
  expect(touch(`?utm_source=${'x'.repeat(9_999)}`).utm!.source).toHaveLength(200);
});

test.each([
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'fbclid',
  'msclkid',
  'li_fat_id',
  'ttclid',
  'twclid',
  'epik',
])('an advertising click by %s is kept', (name) => {
  expect(touch(`?${name}=abc-1`).click).toEqual({ name, value: 'abc-1' });
});

test('of several clicks one is kept', () => {
  expect(touch('?fbclid=f&gclid=g').click).toEqual({ name: 'gclid', value: 'g' });
});

describe('where a person came from', () => {
  test.each([
    ['https://search.example/find?q=ada', 'https://search.example/find'],
    ['https://shop.example.evil.example/', 'https://shop.example.evil.example/'],
    ['https://shop.example/other', undefined],
    ['', undefined],
    ['android-app://com.mail', undefined],
  ])('%s → %s', (referrer, kept) => {
    expect(touch('', referrer).referrer).toBe(kept);
  });
});
