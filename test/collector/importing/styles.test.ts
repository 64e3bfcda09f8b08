import { describe, expect, it } from 'vitest';
import { guessDates, readDay } from '../../../collector/importing/date-style.ts';
import { decodeFile } from '../../../collector/importing/decode-file.ts';
import { guessDecimals, readNumber } from '../../../collector/importing/number-style.ts';

const numbers = (...values: string[]) => guessDecimals(values.map((value) => [value, false]));

describe('how numbers are written in a file', () => {
  it.each([
    [['1.234,50', '7'], 'comma'],
    [['1,234.50', '7'], 'point'],
    [['1.234', '12,5'], 'comma'],
    [['1,234', '0.5'], 'point'],
    [['1.234.567'], 'comma'],
    [['€ 1 234,5'], 'comma'],
    [['1234.567'], 'point'],
    [['0.123'], 'point'],
    [['12', '7'], 'point'],
    [[], 'point'],
  ] as const)('%j: told by all of them', (values, style) => {
    expect(numbers(...values)).toEqual({ style, unclear: null });
  });

  it.each([[['1.234']], [['1,234', '500']], [['12.5', '12,5']]])('%j: asked', (values) => {
    const { style, unclear } = numbers(...values);
    expect(style).toBeNull();
    expect(values).toContain(unclear);
  });

  it('is told by what is counted, which has no decimals', () => {
    const values: [string, boolean][] = [
      ['1.234', false],
      ['1.020', true],
    ];
    expect(guessDecimals(values)).toEqual({ style: 'comma', unclear: null });
  });

  it('is read as Intl writes it, and in no other style', () => {
    for (const value of [0, 0.5, 12, 999.99, 1_000, 1_234.5, 1_234_567.89]) {
      for (const [locale, style] of [
        ['en', 'point'],
        ['de', 'comma'],
      ] as const) {
        const options = { maximumFractionDigits: 2, useGrouping: 'always' } as const;
        const text = new Intl.NumberFormat(locale, options).format(value);
        expect(readNumber(text, style), text).toBe(value);
      }
    }
    for (const text of ['1,23,456', '12,5', 'abc', '', '-', '1e6', '.', '1.2.3', '9'.repeat(40)])
      expect(readNumber(text, 'point'), text).toBeNull();
  });
});

describe('how days are written in a file', () => {
  it.each([
    [['03/04/2026', '13/04/2026'], 'day-first'],
    [['03/04/2026', '04/13/2026 10:30'], 'month-first'],
    [['03/03/2026'], 'day-first'],
    [['2026-04-03'], 'day-first'],
  ] as const)('%j: told by all of them', (values, style) => {
    expect(guessDates(values)).toEqual({ style, unclear: null });
  });

  it.each([[['03/04/2026']], [['03/04/2026', '2026-05-20']], [['13/04/2026', '04/13/2026']]])(
    '%j: asked',
    (values) => expect(guessDates(values).style).toBeNull(),
  );

  it.each([
    ['2026-11-03', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['2026-11-03T09:00:00Z', '2026-11-03'],
    ['3.11.2026', '2026-11-03'],
    ['03/11/26', '2026-11-03'],
    ['3 nov 2026', '2026-11-03'],
    ['Nov 3, 2026', '2026-11-03'],
    ['3 novembre 2026', '2026-11-03'],
    ['1 gennaio 2026', '2026-01-01'],
    ['2026-11', '2026-11'],
    ['novembre 2026', '2026-11'],
    ['31/02/2026', null],
    ['2026-13-01', null],
    ['soon', null],
    ['--', null],
    ['', null],
  ])('%s is %s', (text, day) => expect(readDay(text, 'day-first')).toBe(day));

  it('are what the calendar has, whichever comes first', () => {
    for (let at = Date.UTC(2023, 11, 25); at < Date.UTC(2024, 2, 5); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const [year, month, date] = day.split('-');
      expect(readDay(`${date}/${month}/${year}`, 'day-first')).toBe(day);
      expect(readDay(`${Number(month)}/${Number(date)}/${year}`, 'month-first')).toBe(day);
    }
  });
});

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', Buffer.from('però €')],
    ['utf-8', Buffer.from('\ufeffperò €')],
    ['windows-1252', Buffer.from([0x70, 0x65, 0x72, 0xf2, 0x20, 0x80])],
    ['utf-16le', Buffer.from('\ufeffperò €', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffperò €', 'utf16le').swap16()],
  ] as const)('is found out: %s', (encoding, bytes) => {
    expect(decodeFile(bytes)).toEqual({ encoding, text: 'però €' });
  });

  it('is none of a workbook', () => {
    expect(decodeFile(Buffer.from('PK\u0003\u0004\0\0\0', 'latin1'))).toBeNull();
  });
});
