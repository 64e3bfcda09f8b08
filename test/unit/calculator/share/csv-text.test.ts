import { expect, test } from 'vitest';
import { csvText } from '../../../../src/calculator/share/csv-text.ts';

test.each([
  ['en', '\ufeff"Margin","0.6",""\r\n"a ""b""","1234.5","-1"'],
  ['it', '\ufeff"Margin";"0,6";""\r\n"a ""b""";"1234,5";"-1"'],
])('rows are written the way spreadsheets of the language read them, in UTF-8: %s', (locale, expected) => {
  const rows = [
    ['Margin', 0.6, null],
    ['a "b"', 1234.5, -1],
  ];
  expect(csvText(rows, locale)).toBe(expected);
});

test('no text is run by a spreadsheet as a formula, and no number is marked as a text', () => {
  const texts = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(1)', '\t=1', '−€5', 'a=1'];
  expect(csvText([texts, [-1]], 'en')).toBe(
    `\ufeff"'=HYPERLINK(""http://x"",""y"")","'+1","'-1","'@SUM(1)","'\t=1","−€5","a=1"\r\n"-1"`,
  );
});
