import '../../../../src/define.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Calculation } from '../../../../src/lead/calculation.ts';
import { calculator as en } from '../../../../src/locales/en.ts';
import { visit } from '../../../../src/visit/visit.ts';
import { headline, labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { recompute } from '../../../support/recompute.ts';

const heard: Calculation[] = [];
const hear = ({ detail }: CustomEvent<Calculation>) => heard.push(detail);
beforeEach(() => {
  heard.length = 0;
  // A calculator that is gone would say it to the document.
  document.addEventListener('roi-calculate', hear);
});
afterEach(() => {
  document.removeEventListener('roi-calculate', hear);
  document.body.replaceChildren();
});

const status = () => page.getByRole('status').element().textContent!.trim();

test('a person who pauses has calculated: said once, read out once, and it recomputes', async () => {
  const element = await mountCalculator();
  const announced: string[] = [];
  new MutationObserver(() => announced.push(status())).observe(page.getByRole('status').element(), {
    childList: true,
    characterData: true,
    subtree: true,
  });
  expect(status()).toBe('');
  for (const text of ['1', '12', '125', '1250']) await number(labels.leads).fill(text);
  await number(labels.media).fill('4000');
  expect(heard).toEqual([]);
  expect(status()).toBe('');

  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]!.inputs).toMatchObject({ costs: { media: 4000 }, funnel: [{ volume: 1250 }, {}] });
  expect(recompute(heard[0]!)).toEqual(heard[0]!.results);
  await expect.poll(status).not.toBe('');
  expect(headline(element)).toContain(status());
  expect(new Set(announced)).toEqual(new Set([status()]));
});

test('each of the four definitions recomputes, from leads and from clicks', async () => {
  for (const definition of ['margin', 'total-cost', 'revenue', 'roas'])
    for (const start of ['leads', 'clicks']) {
      const { calculation } = await mountCalculator(`definition="${definition}" start="${start}"`);
      expect(recompute(calculation), `${definition} from ${start}`).toEqual(calculation.results);
    }
});

/** A second calculator that is used after the first: when it has spoken, the first has had its time. */
async function useAnother(media: number): Promise<void> {
  const neighbour = document.createElement('roi-calculator');
  document.querySelector('main')!.append(neighbour);
  await neighbour.updateComplete;
  const field = neighbour.shadowRoot!.querySelector<HTMLInputElement>('#media')!;
  field.value = `${media}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => heard.at(-1)?.inputs).toMatchObject({ costs: { media } });
}

test('an element that is taken away says nothing any more, and nothing is counted', async () => {
  const gone = await mountCalculator();
  const { calculations } = visit.read().engagement;
  await number(labels.media).fill('4000');
  gone.remove();
  await useAnother(3000);
  expect(heard).toHaveLength(1);
  expect(visit.read().engagement.calculations).toBe(calculations + 1);
});

test('one that is moved on the page says it where it is now', async () => {
  const element = await mountCalculator();
  await number(labels.media).fill('4000');
  document.querySelector('main')!.prepend(element);
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]!.inputs).toMatchObject({ costs: { media: 4000 } });
});

test.each([
  ['looks at the whole funnel', () => page.getByRole('radio', { name: en.modes.full }).click()],
  ['starts again', () => page.getByRole('button', { name: en.reset }).click()],
])('who %s has not calculated', async (_, look) => {
  await mountCalculator();
  const { calculations } = visit.read().engagement;
  await look();
  await useAnother(4000);
  expect(heard).toHaveLength(1);
  expect(visit.read().engagement.calculations).toBe(calculations + 1);
});

test('starting again leaves somebody in the view they chose', async () => {
  await mountCalculator();
  await page.getByRole('radio', { name: en.modes.full }).click();
  await number(labels.agency).fill('900');
  await page.getByRole('button', { name: en.reset }).click();
  await expect.element(number(labels.agency)).toHaveValue('0');
});

test('starting again is read out, and is no calculation', async () => {
  const element = await mountCalculator();
  const { calculations } = visit.read().engagement;
  await number(labels.leads).fill('1250');
  await page.getByRole('button', { name: en.reset }).click();
  await expect.poll(status).not.toBe('');
  expect(headline(element)).toContain(status());
  await expect.element(number(labels.leads)).toHaveValue('200');
  await useAnother(4000);
  expect(heard).toHaveLength(1);
  expect(visit.read().engagement.calculations).toBe(calculations + 1);
});

test('the status is polite, and never takes the focus', async () => {
  await mountCalculator();
  await number(labels.media).fill('4000');
  await expect.poll(status).toContain(en.sentences.margin.slice(0, 9));
  const element = page.getByRole('status').element();
  expect(element.getAttribute('aria-live') ?? 'polite').toBe('polite');
  expect((element.getRootNode() as ShadowRoot).activeElement).toBe(number(labels.media).element());
});
