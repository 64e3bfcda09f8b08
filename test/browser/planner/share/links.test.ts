import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { RoiCalculator } from '../../../../src/elements/roi-calculator/roi-calculator.ts';
import { share } from '../../../../src/locales/en.ts';
import { labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { recompute } from '../../../support/recompute.ts';
import { open } from '../planner-on-page.ts';
import { again, beSomebodyElse, bring, leadsOf, named, setUpSharing } from './share-on-page.ts';

setUpSharing();

test('a link carries the scenario to somebody else, and nothing of its sender', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('321');
  await open(element, share.title);
  const link = page.getByLabelText(share.link);
  const { hash, search } = new URL((link.element() as HTMLInputElement).value);
  expect(search).toBe('');

  beSomebodyElse();
  bring(hash);
  const other = await mountCalculator(named());
  expect(leadsOf(other)).toBe(321);
  expect(recompute(other.calculation)).toEqual(other.calculation.results);
});

/** The link that a calculator's share panel shows. */
async function linkOf(element: RoiCalculator): Promise<string> {
  await open(element, share.title);
  return element.shadowRoot!.querySelector<HTMLInputElement>('#link')!.value;
}

/** Two calculators on one page, the second with numbers of its own and nothing yet in the first. */
async function twoCalculators() {
  const element = await mountCalculator(named());
  const neighbour = document.createElement('roi-calculator') as RoiCalculator;
  Object.assign(neighbour, { id: `neighbour-${element.id}`, config: { mode: 'full' } });
  element.after(neighbour);
  await neighbour.updateComplete;
  const leads = neighbour.shadowRoot!.querySelector<HTMLInputElement>('#leads')!;
  leads.value = '41';
  leads.dispatchEvent(new Event('input', { bubbles: true }));
  const link = await linkOf(neighbour);
  leads.value = '77';
  leads.dispatchEvent(new Event('input', { bubbles: true }));
  return { element, neighbour, link };
}

test('of two calculators on a page a link is for the one it came from', async () => {
  const { element, neighbour, link } = await twoCalculators();
  vi.spyOn(window, 'confirm').mockReturnValue(true);
  expect([leadsOf(element), leadsOf(neighbour)]).toEqual([200, 77]);
  location.hash = new URL(link).hash;
  await expect.poll(() => leadsOf(neighbour)).toBe(41);
  expect(leadsOf(element)).toBe(200);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('on a page without that one any calculator takes it up', async () => {
  const { element, neighbour, link } = await twoCalculators();
  neighbour.remove();
  location.hash = new URL(link).hash;
  await expect.poll(() => leadsOf(element)).toBe(41);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('what was made of a link outlives a reload of the tab, and so does the link itself', async () => {
  bring('#unisono=1&leads=300');
  let element = await mountCalculator(named());
  expect(leadsOf(element)).toBe(300);
  element = again(element);
  expect(leadsOf(element)).toBe(300);
  expect(location.hash).toBe('#unisono=1&leads=300');
  await number(labels.leads).fill('999');
  expect(location.hash).toBe('');
  element = again(element);
  expect(leadsOf(element)).toBe(999);
});

test('a link that is opened on the page which is already there wins over what was entered, after asking', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('777');
  const asked = vi.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValue(true);
  location.hash = '#unisono=1&leads=40';
  await expect.poll(() => asked.mock.calls).toEqual([[share.replace]]);
  expect(leadsOf(element)).toBe(777);
  // The address would say what does not stand here.
  expect(location.hash).toBe('');
  location.hash = '#unisono=1&leads=41';
  await expect.poll(() => leadsOf(element)).toBe(41);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('nobody is asked where nothing would be lost', async () => {
  const asked = vi.spyOn(window, 'confirm');
  const element = await mountCalculator(named());
  for (const leads of [40, 41]) {
    location.hash = `#unisono=1&leads=${leads}`;
    await expect.poll(() => leadsOf(element)).toBe(leads);
  }
  expect(asked).not.toHaveBeenCalled();
});

test('a link is taken up inside another component, too', async () => {
  const component = document.body.appendChild(document.createElement('div'));
  const inside = component.attachShadow({ mode: 'closed' });
  inside.innerHTML = `<roi-calculator ${named()}></roi-calculator>`;
  location.hash = '#unisono=1&leads=45';
  await expect.poll(() => leadsOf(inside.querySelector('roi-calculator')!)).toBe(45);
  component.remove();
});

test('a link that was taken up and is opened again after an edit is taken up again, after asking', async () => {
  const link = '#unisono=1&leads=300';
  bring(link);
  const element = await mountCalculator(named());
  await number(labels.leads).fill('999');
  const asked = vi.spyOn(window, 'confirm').mockReturnValue(true);
  for (const hash of ['#faq', link]) {
    location.hash = hash;
    await new Promise((done) => addEventListener('hashchange', done, { once: true }));
    await element.updateComplete;
  }
  await expect.poll(() => leadsOf(element)).toBe(300);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('what is being typed survives a change of the fragment that is no link, and a move in the page', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('77');
  await number(labels.media).fill('1500-');
  location.hash = '#faq';
  await new Promise((done) => addEventListener('hashchange', done, { once: true }));
  document.body.append(element);
  await element.updateComplete;
  await expect.element(number(labels.media)).toHaveValue('1500-');
  element.remove();
});
