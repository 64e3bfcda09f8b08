import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailSchema } from '../../../src/contract/email-schema.ts';
import { isEmailAddress } from '../../../src/lead/email-address.ts';

/** https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address, as it stands there. */
const browsers =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** The form and the contract are asked: they have to agree. */
function isEmail(address: string): boolean {
  const answer = emailSchema.safeParse(address).success;
  expect(isEmailAddress(address)).toBe(answer);
  return answer;
}

test.each([
  'ada@shop.example',
  'a@b',
  '.@x',
  "o'neill+tag@a-b.example",
  'ada@xn--bcher-kva.example',
  'ada@bücher.example',
  'ada@例え.テスト',
  '用户@例え.jp',
  'jörg@bücher.example',
  'ä@b.example',
  'अजय@डाटा.भारत',
  'чебурашка@ящик-с-апельсинами.рф',
  '😀@b.example',
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
  '"a b"@c',
  'jörg',
  'jörg@',
  '用户@例え..jp',
  'a\u00a0b@c',
  'a@b\u3000c',
  'ada\u200b@b.example',
  '\u202eada@b.example',
  'a@b\u2028',
  'a\u0085b@c',
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

test('whatever a browser takes is taken, letters of other languages change nothing about that', () => {
  const alphabet = fc.constantFrom(...'a9.-_@ü例 ');
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 12 }), (address) => {
      // An address of other letters is one where it would be one in ASCII.
      expect(isEmail(address)).toBe(browsers.test(address.replace(/[ü例]/g, 'x')));
    }),
    { numRuns: 20_000 },
  );
});

test('no text keeps it busy', () => {
  const start = performance.now();
  for (const part of ['a', 'ü', '@', '.', 'a.', '-', ' ', 'a@', '\u2028'])
    for (const [before, after] of [
      ['', ''],
      ['a@', ' '],
      ['a@', '-'],
      ['', '@'],
    ])
      isEmailAddress(before + part.repeat(50_000 / part.length) + after);
  expect(performance.now() - start).toBeLessThan(5_000);
});
