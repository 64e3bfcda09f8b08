import { describe, expect, test } from 'vitest';
import { emailHint } from '../../../src/form/email-hint.ts';

describe('a slip of a well-known domain is told with what was probably meant', () => {
  test.each([
    ['gmial.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.cmo', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmai.com', 'hotmail.com'],
    ['hotmail.con', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['yaho.com', 'yahoo.com'],
    ['yahoo.con', 'yahoo.com'],
    ['iclod.com', 'icloud.com'],
    ['libro.it', 'libero.it'],
    ['libero.ti', 'libero.it'],
    ['virgilo.it', 'virgilio.it'],
    ['GMIAL.COM', 'gmail.com'],
  ])('%s: %s', (domain, meant) => {
    expect(emailHint(`ada@${domain}`)).toEqual({ meant: `ada@${meant}` });
  });

  test('what stands before the @ is kept to the letter', () => {
    expect(emailHint('Ada.O’Neill+shop@gmial.com')).toEqual({ meant: 'Ada.O’Neill+shop@gmail.com' });
    expect(emailHint('"a@b"@gmial.com')).toEqual({ meant: '"a@b"@gmail.com' });
  });
});

describe('where people do have their mail is no slip', () => {
  test.each([
    'gmail.com',
    'GMail.com',
    'googlemail.com',
    'hotmail.com',
    'hotmail.it',
    'hotmail.fr',
    'hotmail.de',
    'hotmail.es',
    'hotmail.co.uk',
    'outlook.com',
    'outlook.it',
    'outlook.fr',
    'outlook.de',
    'outlook.es',
    'yahoo.com',
    'yahoo.it',
    'yahoo.fr',
    'yahoo.de',
    'yahoo.es',
    'yahoo.co.uk',
    'mail.com',
    'email.com',
    'ymail.com',
    'gmx.com',
    'gmx.de',
    'gmx.net',
    'gmx.at',
    'live.com',
    'live.it',
    'live.fr',
    'icloud.com',
    'me.com',
    'mac.com',
    'msn.com',
    'aol.com',
    'proton.me',
    'libero.it',
    'alice.it',
    'tiscali.it',
    'tin.it',
    'virgilio.it',
    'fastwebnet.it',
    'pec.it',
    'web.de',
    'mail.ru',
  ])('%s', (domain) => {
    expect(emailHint(`ada@${domain}`)).toBeNull();
  });
});

describe('a company’s own domain is no slip, though letters are like those of a known one', () => {
  test.each([
    'gsk.com',
    'gap.com',
    'gm.com',
    'mars.com',
    'mali.it',
    'live.example',
    'alive.com',
    'olive.com',
    'maps.com',
    'yoox.com',
    'hotel.com',
    'look.com',
    'rossi.it',
    'shop.example',
    'xn--r8jz45g.jp',
    '例え.jp',
    'büro.at',
    'a.co',
    'post.gmail.example',
  ])('%s', (domain) => {
    expect(emailHint(`ada@${domain}`)).toBeNull();
  });
});

describe('a domain that cannot be is told as that', () => {
  test.each(['shop', 'localhost', 'shop.c', 'shop.example.', 'shop.', '192.168.1.1', 'shop.42', 'shop. com'])(
    '%s',
    (domain) => {
      expect(emailHint(`ada@${domain}`)).toEqual({ meant: null });
    },
  );
});

test('of what has no @ nothing is said: that is an error, and told as one', () => {
  expect(emailHint('ada')).toBeNull();
  expect(emailHint('')).toBeNull();
});
