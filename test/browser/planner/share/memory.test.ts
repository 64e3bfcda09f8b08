import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en, share } from '../../../../src/locales/en.ts';
import { labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { open } from '../planner-on-page.ts';
import { again, bring, kept, leadsOf, named, setUpSharing } from './share-on-page.ts';

setUpSharing();

test('a scenario stays on the device only while the person wants it kept', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('123');
  expect(kept()).toBeNull();
  await open(element, share.title);
  const box = page.getByLabelText(share.keep);
  await box.click();
  expect(kept()).toContain('leads=123');
  await number(labels.leads).fill('124');
  expect(kept()).toContain('leads=124');
  await box.click();
  expect(kept()).toBeNull();
});

test('starting again leaves on the device what was kept there', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('12');
  await open(element, share.title);
  await page.getByLabelText(share.keep).click();
  await page.getByRole('button', { name: en.reset }).click();
  await expect.element(page.getByLabelText(share.keep)).not.toBeChecked();
  await number(labels.media).fill('9');
  expect(kept()).toContain('leads=12');
});

test('starting again forgets what the tab knew', async () => {
  let element = await mountCalculator(named());
  await number(labels.leads).fill('55');
  await page.getByRole('button', { name: en.reset }).click();
  element = again(element);
  expect(leadsOf(element)).toBe(200);
});

test('what somebody has kept stays theirs when they open a link of somebody else', async () => {
  let element = await mountCalculator(named());
  await number(labels.leads).fill('123');
  await open(element, share.title);
  await page.getByLabelText(share.keep).click();
  bring('#unisono=1&leads=40');
  vi.spyOn(window, 'confirm').mockReturnValue(true);
  element = again(element);
  await expect.poll(() => leadsOf(element)).toBe(40);
  await element.updateComplete;
  await number(labels.media).fill('777');
  expect(kept()).toContain('leads=123');
  await open(element, share.title);
  await expect.element(page.getByLabelText(share.keep)).not.toBeChecked();
  await page.getByLabelText(share.keep).click();
  expect(kept()).toContain('media=777');
});

test('what the device can hold no more is not said to be kept, nor is what was kept before', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('11');
  await open(element, share.title);
  const box = page.getByLabelText(share.keep);
  await box.click();
  expect(kept()).toContain('leads=11');
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await number(labels.leads).fill('22');
  await expect.element(box).not.toBeChecked();
  full.mockRestore();
  expect(kept()).toBeNull();
});

test('pages that are found by their query do not share their numbers', async () => {
  const canonical = document.head.appendChild(document.createElement('link'));
  canonical.rel = 'canonical';
  const address = location.pathname + location.search;
  const show = (query: string) => {
    history.replaceState(null, '', `${location.pathname}?${query}`);
    canonical.href = location.href;
  };
  show('page_id=7');
  let element = await mountCalculator(named());
  await number(labels.leads).fill('71');
  show('page_id=8');
  element = again(element);
  expect(leadsOf(element)).toBe(200);
  show('page_id=7');
  element = again(element);
  expect(leadsOf(element)).toBe(71);
  canonical.remove();
  history.replaceState(null, '', address);
});
