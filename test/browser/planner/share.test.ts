import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { RoiCalculator } from '../../../src/elements/roi-calculator/roi-calculator.ts';
import { calculator as en, share } from '../../../src/locales/en.ts';
import { labels, mountCalculator, number } from '../../support/calculator-on-page.ts';
import { recompute } from '../../support/recompute.ts';
import { open } from './planner-on-page.ts';

// Each test has a calculator of its own name: the tab remembers by it.
let tests = 0;
const named = (attributes = '') => `mode="full" id="share-${tests}" ${attributes}`;
const again = (element: RoiCalculator): RoiCalculator => {
  const { parentElement } = element;
  const copy = element.cloneNode(true) as RoiCalculator;
  element.remove();
  parentElement!.append(copy);
  return copy;
};
const leadsOf = ({ calculation }: RoiCalculator) =>
  (calculation.inputs as { funnel: { volume: number }[] }).funnel[0]!.volume;

afterEach(() => {
  tests++;
  history.replaceState(null, '', location.pathname + location.search);
});

test('a link carries the scenario to somebody else, and nothing of its sender', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('321');
  await open(element, share.title);
  const link = page.getByLabelText(share.link);
  const { hash, search } = new URL((link.element() as HTMLInputElement).value);
  expect(search).toBe('');

  tests++;
  history.replaceState(null, '', hash);
  const other = await mountCalculator(named());
  expect(leadsOf(other)).toBe(321);
  expect(recompute(other.calculation)).toEqual(other.calculation.results);
});

test('what was made of a link outlives a reload of the tab, and so does the link itself', async () => {
  history.replaceState(null, '', '#unisono=1&leads=300');
  let element = await mountCalculator(named());
  expect(leadsOf(element)).toBe(300);
  element = again(element);
  expect(leadsOf(element)).toBe(300);
  await number(labels.leads).fill('999');
  element = again(element);
  expect(leadsOf(element)).toBe(999);
});

test('a link that is opened on the page which is already there is taken up', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('777');
  location.hash = '#unisono=1&leads=40';
  await expect.poll(() => leadsOf(element)).toBe(40);
});

test('no link changes what the owner has fixed, hidden or taken away', async () => {
  history.replaceState(null, '', '#unisono=1&grossMargin=0.99&averageSale=999999&definition=roas');
  const element = await mountCalculator(named('fixed="grossMargin" hides="averageSale"'));
  expect(element.calculation.inputs).toMatchObject({ value: { grossMargin: 0.6, averageSale: 1200 } });
  expect(element.calculation.definition).toBe('roas');
});

test.each([
  '#unisono=99&leads=5',
  '#unisono=1&leads=-5',
  '#unisono=1&leads=1e99',
  '#unisono=1&__proto__=1&leads=x',
])('a link that is not sound changes nothing: %s', async (hash) => {
  history.replaceState(null, '', hash);
  expect(leadsOf(await mountCalculator(named()))).toBe(200);
});

test('a scenario stays on the device only while the person wants it kept', async () => {
  const key = () => localStorage.getItem(`unisono:scenario:share-${tests}`);
  const element = await mountCalculator(named());
  await number(labels.leads).fill('123');
  expect(key()).toBeNull();
  await open(element, share.title);
  const box = page.getByLabelText(share.keep);
  await box.click();
  expect(key()).toContain('leads=123');
  await number(labels.leads).fill('124');
  expect(key()).toContain('leads=124');
  await box.click();
  expect(key()).toBeNull();
});

test('starting again forgets what the tab knew', async () => {
  let element = await mountCalculator(named());
  await number(labels.leads).fill('55');
  await page.getByRole('button', { name: en.reset }).click();
  element = again(element);
  expect(leadsOf(element)).toBe(200);
});
