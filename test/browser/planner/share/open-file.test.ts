import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { RoiCalculator } from '../../../../src/elements/roi-calculator/roi-calculator.ts';
import { share } from '../../../../src/locales/en.ts';
import { share as itShare } from '../../../../src/locales/it.ts';
import { labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { open } from '../planner-on-page.ts';
import { saved } from './saved.ts';
import { beSomebodyElse, bring, leadsOf, named, setUpSharing } from './share-on-page.ts';

setUpSharing();

/** Chooses a file, as the browser's own window does once the button has opened it. */
async function choose(element: RoiCalculator, content: string, words = share): Promise<void> {
  await open(element, words.title);
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('[type=file]')!;
  const opened = vi.spyOn(input, 'click').mockImplementation(() => {});
  await page.getByRole('button', { name: words.open }).click();
  expect(opened).toHaveBeenCalled();
  opened.mockClear();
  const files = new DataTransfer();
  files.items.add(new File([content], 'plan.json', { type: 'application/json' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const plan =
  '#unisono=1&mode=full&name=Spring&currency=USD&media=4000~6000&leads=300&customerRate=12/100&goal-customers=50&actual-leads=90';

/** A plan as one person has saved it. */
async function savedPlan(): Promise<string> {
  bring(plan);
  const element = await mountCalculator(named());
  await open(element, share.title);
  const file = await saved(share.json);
  element.remove();
  beSomebodyElse();
  bring(location.pathname);
  return file;
}

test('a saved plan is the same plan for whoever opens it: name, currency, ranges, counts, goal and what happened', async () => {
  const file = await savedPlan();
  const element = await mountCalculator(named());
  await choose(element, file);
  await expect.poll(() => leadsOf(element)).toBe(300);
  await open(element, share.title);
  expect(JSON.parse(await saved(share.json))).toEqual(JSON.parse(file));
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('who has entered something is asked first, and keeps it by saying no', async () => {
  const file = await savedPlan();
  const asked = vi.spyOn(window, 'confirm').mockReturnValue(false);
  const element = await mountCalculator(named());
  await number(labels.clicks).or(number(labels.leads)).fill('77');
  await choose(element, file);
  await expect.poll(() => asked.mock.calls).toEqual([[share.replace]]);
  expect(leadsOf(element)).toBe(77);

  asked.mockReturnValue(true);
  await choose(element, file);
  await expect.poll(() => leadsOf(element)).toBe(300);
  expect(asked).toHaveBeenCalledTimes(2);
});

test.each([
  '',
  'no JSON',
  '[]',
  'null',
  '{"plan":null}',
  '{"plan":{"leads":"5"}}',
  '{"results":{}}',
  '{"plan":"leads=5"}',
])('what is no plan is said, and changes nothing: %s', async (content) => {
  const element = await mountCalculator(named());
  const before = element.calculation;
  await choose(element, content);
  await expect.element(page.getByRole('alert')).toHaveTextContent(share.unreadable);
  expect(element.calculation).toEqual(before);
});

test('a part that cannot be read is named, in the words of its field', async () => {
  const element = await mountCalculator(named(), 'it');
  const file = JSON.stringify({
    plan: { unisono: '1', mode: 'full', leads: '40', grossMargin: '60', weather: '3' },
  });
  await choose(element, file, itShare);
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(itShare.partly.replace('{names}', 'Margine lordo, weather'));
  expect(leadsOf(element)).toBe(40);
});
