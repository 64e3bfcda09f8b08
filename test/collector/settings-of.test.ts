import { expect, it } from 'vitest';
import { settingsOf } from '../../collector/settings-of.ts';

const plannerOf = (UNISONO_PLANNER: string) => settingsOf({ UNISONO_PLANNER }, '/tmp').settings.planner;

it('takes the address of the planner as it was written, without what stands behind its #', () => {
  expect(plannerOf('https://shop.example/{language}/plan?a=b#old')).toBe(
    'https://shop.example/{language}/plan?a=b',
  );
  expect(plannerOf('')).toBe(null);
  expect(() => plannerOf('ftp://shop.example/plan')).toThrow(
    'UNISONO_PLANNER is an address such as https://…',
  );
});
