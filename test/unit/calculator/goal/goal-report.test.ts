import { expect, test } from 'vitest';
import { goalRows, savedGoal } from '../../../../src/calculator/goal/goal-report.ts';
import type { Scenario } from '../../../../src/calculator/scenario.ts';
import { planner } from '../../../../src/locales/en.ts';
import { sheetOf } from '../sheet.ts';

/** A cost per lead that more leads alone do not bring about. */
const dear = (own: Partial<Scenario> = {}) =>
  sheetOf({
    mode: 'full',
    entries: { 'goal-metric': 'cpl', 'goal-cpl': 20, 'goal-lever': 'volume' },
    ...own,
  });
const said = (sheet: ReturnType<typeof dear>) =>
  goalRows(sheet)
    .map(([, text]) => text)
    .join('\n');

test('files name no lever that cannot be moved alone: a budget takes the volume along that follows it', () => {
  const follows = dear();
  expect(savedGoal(follows)!.goal.plan.levers).not.toContain('cost:media');
  expect(said(follows)).toContain(planner.goal.noOthers);
  const held = dear({ start: 'leads', values: { leads: 200 }, boughtFor: 0 });
  expect(savedGoal(held)!.goal.plan.levers).toContain('cost:media');
  expect(said(held)).toContain('Advertising budget');
});
