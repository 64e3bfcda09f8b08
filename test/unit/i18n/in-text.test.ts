import { expect, test } from 'vitest';
import { inText } from '../../../src/i18n/in-text.ts';

test.each([
  ['Leads', 'leads'],
  ['Cost per lead (CPL)', 'cost per lead (CPL)'],
  ['È vero', 'è vero'],
  ['MQL', 'MQL'],
  ['CAC per month', 'CAC per month'],
  ['ÉÀ', 'ÉÀ'],
  ['A lot of MQL', 'a lot of MQL'],
  ['', ''],
])('“%s” is “%s” inside a sentence', (label, text) => {
  expect(inText(label)).toBe(text);
});
