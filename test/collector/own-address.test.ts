import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownAddress } from '../../collector/pages/own-address.ts';

const own = [
  '/',
  '/sales',
  '/leads?stage=mql&q=a%20b',
  '/people/12',
  '/welcome/a-b_c',
  '/sales?to=//evil.example',
];

const foreign = [
  '',
  'sales',
  'https://evil.example',
  'https:evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\\evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/./\\evil.example',
  '/sales/..//evil.example',
  '/sales/../..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/%2f/evil.example',
  '/%2Fevil.example',
  '/%5cevil.example',
  '/%5C%5Cevil.example',
  '/%2e/%2fevil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example@leads.example',
  'http://own.invalid.evil.example',
];

describe('an address to go on to', () => {
  it.each(own)('is kept: %s', (address) => expect(ownAddress(address)).toBe(address));
  it.each(foreign)('is refused: %j', (address) => expect(ownAddress(address)).toBeNull());

  it('stays with us, whatever is made of the signs that browsers read in their own way', () => {
    const sign = fc.constantFrom(
      '/',
      '\\',
      '.',
      '%2f',
      '%5c',
      '%2e',
      '\t',
      '\n',
      '\r',
      ' ',
      '@',
      ':',
      '?',
      '#',
      'a',
      'evil.example',
      '\u3002',
      '\uff0f',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
        const address = ownAddress(`/${signs.join('')}`);
        if (address === null) return;
        // Once as it is, and once as a proxy that decodes would hand it on.
        for (const seen of [address, decodeURIComponent(address)])
          expect(new URL(seen, 'https://leads.example').origin).toBe('https://leads.example');
      }),
      { numRuns: 5_000, seed: 12 },
    );
  });
});
