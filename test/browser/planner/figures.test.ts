import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { mountPlanner, open, words } from './planner-on-page.ts';

test.each([
  ['en', en],
  ['it', it],
])(
  'the planner says of the return that is chosen what it tells, and what it does not: %s',
  async (lang, locale) => {
    const { calculator, planner } = locale;
    const panel = await open(await mountPlanner(lang), calculator.more);
    for (const name of ['margin', 'total-cost', 'revenue', 'roas'] as const) {
      await page.getByRole('radio', { name: calculator.definitions[name] }).click();
      await expect.poll(() => words(panel)).toContain(planner.advice[name]);
      for (const [other, advice] of Object.entries(planner.advice))
        if (other !== name) expect(words(panel)).not.toContain(advice);
    }
    // What each team reads stands below.
    expect(panel.querySelectorAll('.lens').length).toBe(2);
  },
);
