import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { engines } from '../support/browsers/engines.ts';
import { all, distinct, isThere, named, read, repository, rows } from '../support/documents.ts';
import { faults } from '../support/faults/faults.ts';
import { resultsHeading } from '../support/faults/results.ts';

// The catalogue and the tests that refer to it by number.

const [asked = '', results = ''] = read('docs/faults.md').split(resultsHeading);

const catalogue = rows(asked).map(([number, fault, , reads, provedBy]) => ({
  number: Number(number),
  fault: fault!,
  reads: reads!,
  provedBy: provedBy!,
}));

/** The tests, by fault: one refers to it in its title, or in a table whose titles begin with the number. */
const referring = new Map<number, string[]>();
for (const path of readdirSync(`${repository}test`, { recursive: true, encoding: 'utf8' })) {
  if (!/\.test\.tsx?$/.test(path)) continue;
  const text = read(`test/${path}`);
  const inTables = text.includes("'fault %s") ? all(/\['(\d+): /g, text) : [];
  const inRows = text.includes("'fault %s") ? all(/^\s+'(\d+): /gm, text) : [];
  for (const number of distinct([...all(/\bfault (\d+)/g, text), ...inTables, ...inRows]))
    referring.set(Number(number), [...(referring.get(Number(number)) ?? []), `test/${path}`]);
}

test('the catalogue counts its faults from one on', () => {
  expect(catalogue.length).toBeGreaterThan(0);
  expect(catalogue.map(({ number }) => number)).toEqual(catalogue.map((_, at) => at + 1));
});

test('what is played in real browsers is the catalogue, each fault by its name', () => {
  const straight = (name: string) => name.replaceAll('’', "'");
  expect(faults.map(({ number, name }) => [number, straight(name)])).toEqual(
    catalogue.map(({ number, fault }) => [number, straight(fault)]),
  );
});

test('what came of them is told of each fault, and of each engine that cannot be brought into it', () => {
  const told = rows(results);
  expect(told.map(([number, name]) => [Number(number), name])).toEqual(
    faults.map(({ number, name }) => [number, name]),
  );
  for (const [at, [, , ...cells]] of told.entries())
    for (const [engine, { name }] of engines.entries()) {
      const { number, cannot } = faults[at]!;
      const reason = cannot?.[name];
      expect(cells[engine]).toMatch(reason ? `no: ${reason}` : /^\d+ of \d+$/);
      const [well, played] = cells[engine]!.split(' of ');
      // What was not well is said.
      expect(results.includes(`- Fault ${number} in ${name}, seed`)).toBe(!reason && well !== played);
    }
});

test('every fault that a test names stands in the catalogue', () => {
  expect(referring.size).toBeGreaterThan(0);
  const numbers = catalogue.map(({ number }) => number);
  expect([...referring.keys()].filter((number) => !numbers.includes(number))).toEqual([]);
});

test.each(catalogue)('fault $number in the catalogue: $fault', ({ number, provedBy, reads }) => {
  const files = named(provedBy);
  const tests = referring.get(number) ?? [];
  expect(files.filter((file) => !isThere(file))).toEqual([]);
  if (provedBy === 'not tested yet') expect(tests, 'tests refer to it').toEqual([]);
  else
    expect(
      files.filter((file) => tests.includes(file)),
      'no test in these files names it',
    ).not.toEqual([]);

  const states = [...Object.values(form.states), form.kept.replace('{date}', '…')];
  for (const words of all(/“([^”]+)”/g, reads))
    expect(
      states.filter((state) => state.startsWith(words)),
      words,
    ).not.toEqual([]);
});
