import '../planner/planner-on-page.ts';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Panel } from '../../../src/elements/planner/panel.ts';
import { share } from '../../../src/locales/en.ts';
import { markup } from '../../../src/markup/markup.ts';
import { mountCalculator } from '../../support/calculator-on-page.ts';
import { open, words } from '../planner/planner-on-page.ts';
import { saved } from '../planner/share/saved.ts';
import { bring, named, setUpSharing } from '../planner/share/share-on-page.ts';

const weather = vi.hoisted(
  (): Panel => ({
    name: 'weather',
    title: () => 'The weather',
    styles: '.weather { letter-spacing: 3px }',
    create: () => (context) => {
      const choose = ({ target }: Event) =>
        context.decide({
          entries: {
            ...context.scenario.entries,
            'weather-days': Number((target as HTMLInputElement).value),
          },
        });
      const days = context.scenario.entries?.['weather-days'] ?? 'unknown';
      return [
        markup('p', { class: 'weather' }, `Days of rain: ${days}`),
        markup('input', { 'aria-label': 'Days', onchange: choose }),
      ];
    },
    rows: ({ scenario }) => [['Weather', 'Days of rain', '', scenario.entries?.['weather-days']]],
    saved: ({ scenario }) => ({ weather: { days: scenario.entries?.['weather-days'] } }),
  }),
);

// The recipe: one row in the table.
vi.mock('../../../src/elements/planner/panels.ts', async (original) => {
  const { panels } = await original<typeof import('../../../src/elements/planner/panels.ts')>();
  return { panels: [...panels, weather] };
});

setUpSharing();

const rain = (element: HTMLElement) => element.shadowRoot!.querySelector('.weather');

test('a panel that is one more row opens under its title, in its own style', async () => {
  const element = await mountCalculator(named());
  expect(rain(element)).toBeNull();
  const panel = await open(element, 'The weather');
  expect(words(panel)).toContain('Days of rain: unknown');
  expect(getComputedStyle(rain(element)!).letterSpacing).toBe('3px');
});

test('what is entered into it travels in the link, and opens it for whoever comes by that link', async () => {
  const element = await mountCalculator(named());
  await open(element, 'The weather');
  await page.getByLabelText('Days').fill('3');
  await open(element, share.title);
  const link = () => (page.getByLabelText(share.link).element() as HTMLInputElement).value;
  await expect.poll(link).toContain('weather-days=3');

  const { hash } = new URL(link());
  element.remove();
  sessionStorage.clear();
  bring(hash);
  const other = await mountCalculator(named());
  await expect.poll(() => rain(other)?.textContent).toBe('Days of rain: 3');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('it is printed, and saved as a table and as JSON, where something was entered into it', async () => {
  bring('#unisono=1&weather-days=3');
  const element = await mountCalculator(named());
  const panel = await open(element, share.title);
  expect(await saved(share.csv)).toContain('"Weather","Days of rain","","3"');
  expect(JSON.parse(await saved(share.json))).toMatchObject({ weather: { days: 3 } });

  expect(rain(element)).toBeNull();
  let printed = '';
  vi.spyOn(window, 'print').mockImplementation(() => {
    printed = words(element.shadowRoot!.querySelector('[data-panel=weather]')!);
  });
  await page.elementLocator(panel).getByRole('button', { name: share.print }).click();
  await expect.poll(() => printed).toContain('Days of rain: 3');
});

test('where nothing was entered into it, nothing of it is saved', async () => {
  const element = await mountCalculator(named());
  await open(element, share.title);
  expect(await saved(share.csv)).not.toContain('Weather');
  expect(JSON.parse(await saved(share.json))).not.toHaveProperty('weather');
});
