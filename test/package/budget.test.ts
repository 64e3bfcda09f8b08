import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { brotliSize } from '../../scripts/brotli-size.ts';
import { builtScript } from '../support/owner-site.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const budgets = JSON.parse(readFileSync(`${repository}budgets.json`, 'utf8')) as Record<string, number>;
const readmePath = `${repository}README.md`;

test('every script that can be had has a budget', () => {
  const { exports } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8')) as { exports: object };
  const scripts = Object.keys(exports).filter((name) => /^\.\/unisono.*\.js$/.test(name));
  expect(Object.keys(budgets).toSorted()).toEqual(scripts.map((name) => name.slice(2)).toSorted());
});

describe.each(Object.entries(budgets))('%s', (script, budget) => {
  test(`weighs at most ${budget} bytes`, () => {
    expect(brotliSize(builtScript(script))).toBeLessThanOrEqual(budget);
  });

  test('is promised with that figure, and no other, in README', () => {
    const readme = existsSync(readmePath) ? readFileSync(readmePath, 'utf8') : '';
    const promises = readme
      .split('\n')
      .filter((line) => line.includes(`\`${script}\``))
      .flatMap((line) => [...line.matchAll(/([\d,]+) bytes/g)].map(([, figure]) => figure));
    expect(new Set(promises)).toEqual(new Set([budget.toLocaleString('en')]));
  });
});
