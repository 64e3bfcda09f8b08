import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { share } from '../../../../src/locales/en.ts';
import { pageAddress } from '../../../../src/visit/page-address.ts';
import { labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { open } from '../planner-on-page.ts';
import { named, setUpSharing } from './share-on-page.ts';

setUpSharing();

test('a copy that failed is no share, and says what to do', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('61');
  await open(element, share.title);
  const told = vi.fn();
  element.addEventListener('roi-share', told);
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
  await page.getByRole('button', { name: share.copy }).click();
  await expect.element(page.getByText(share.selected)).toBeVisible();
  const field = page.getByLabelText(share.link, { exact: true }).element() as HTMLInputElement;
  expect(field.value.slice(field.selectionStart!, field.selectionEnd!)).toContain('leads=61');
  expect(told).not.toHaveBeenCalled();
  write.mockResolvedValueOnce();
  await page.getByRole('button', { name: share.copy }).click();
  await expect.element(page.getByRole('button', { name: share.copied })).toBeVisible();
  expect(told.mock.calls.map(([{ detail }]) => detail)).toEqual([{ link: field.value }]);
  write.mockRestore();
});

test.each([
  ['https://shop.example/plan?utm_source=x&email=a@b.example#top', '', 'https://shop.example/plan'],
  [
    'https://shop.example/?page_id=7&gclid=x',
    'https://shop.example/?page_id=7',
    'https://shop.example/?page_id=7',
  ],
  ['https://shop.example/b', 'https://shop.example/a?x=1', 'https://shop.example/b'],
  ['file:///home/x/page.html#a', '', 'file:///home/x/page.html'],
])('the address that is handed on has no query but the page’s own: %s', (url, canonical, expected) => {
  const head = document.createElement('head');
  if (canonical) head.innerHTML = `<link rel="canonical" href="${canonical}">`;
  expect(pageAddress({ URL: url, head } as unknown as Document)).toBe(expected);
});
