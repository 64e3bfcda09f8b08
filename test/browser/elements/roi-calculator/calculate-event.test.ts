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
  document.body.addEventListener('roi-calculate', hear);
});
afterEach(() => {
  document.body.removeEventListener('roi-calculate', hear);
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

test('an element that is taken away says nothing any more', async () => {
  const gone = await mountCalculator();
  await number(labels.media).fill('4000');
  gone.remove();
  // A second one, touched later, pauses later: when it speaks, the first has had its time.
  await mountCalculator();
  await number(labels.media).fill('3000');
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]!.inputs).toMatchObject({ costs: { media: 3000 } });
});

test('whoever only looks around has not calculated', async () => {
  const element = await mountCalculator();
  const { calculations } = visit.state.engagement;
  await page.getByRole('radio', { name: en.modes.full }).click();
  await page.getByRole('button', { name: en.reset }).click();
  // Another one, touched later, speaks later: by then the first has had its time.
  const neighbour = document.createElement('roi-calculator');
  element.after(neighbour);
  await neighbour.updateComplete;
  const media = neighbour.shadowRoot!.querySelector<HTMLInputElement>('#media')!;
  media.value = '4000';
  media.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => heard.at(-1)?.inputs).toMatchObject({ costs: { media: 4000 } });
  expect(heard).toHaveLength(1);
  expect(visit.state.engagement.calculations).toBe(calculations + 1);
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
  const { calculations } = visit.state.engagement;
  await number(labels.leads).fill('1250');
  await page.getByRole('button', { name: en.reset }).click();
  await expect.poll(status).not.toBe('');
  expect(headline(element)).toContain(status());
  await expect.element(number(labels.leads)).toHaveValue('200');
  expect(heard).toEqual([]);
  expect(visit.state.engagement.calculations).toBe(calculations);
});

test('the status is polite, and never takes the focus', async () => {
  await mountCalculator();
  await number(labels.media).fill('4000');
  await expect.poll(status).toContain(en.sentences.margin.slice(0, 9));
  const element = page.getByRole('status').element();
  expect(element.getAttribute('aria-live') ?? 'polite').toBe('polite');
  expect((element.getRootNode() as ShadowRoot).activeElement).toBe(number(labels.media).element());
});
