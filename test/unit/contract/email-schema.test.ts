import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailSchema } from '../../../src/contract/email-schema.ts';

/** https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address, as it stands there. */
const browsers =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

const isEmail = (address: string): boolean => emailSchema.safeParse(address).success;

test.each([
  'ada@shop.example',
  'a@b',
  '.@x',
  "o'neill+tag@a-b.example",
  'ada@xn--bcher-kva.example',
  'ada@bücher.example',
  'ada@例え.テスト',
])('%s is an address', (address) => expect(isEmail(address)).toBe(true));

test.each([
  '',
  'ada',
  '@b',
  'a@',
  'a b@c',
  'a@b c',
  'a@-b',
  'a@b-',
  'a@b..c',
  'a@b.',
  'a@b@c',
  'a@b\n',
  'ä@b.example',
  '"a b"@c',
  `a@${'x'.repeat(64)}`,
])('%j is none', (address) => expect(isEmail(address)).toBe(false));

test('in ASCII, it agrees with every browser', () => {
  const alphabet = fc.constantFrom(...'aZ9.-_@ !#"(),:;<>[]\\%');
  fc.assert(
    fc.property(
      fc.string({ unit: alphabet, maxLength: 12 }),
      (address) => isEmail(address) === browsers.test(address),
    ),
    { numRuns: 20_000 },
  );
});
