import { readFile, writeFile } from 'node:fs/promises';
import { markdownTable } from '../../../bench/roi/markdown-table.ts';
import type { Engine } from '../browsers/engine.ts';
import { engines } from '../browsers/engines.ts';
import { faults } from './faults.ts';

/** What came of one fault in one engine. */
export interface Result {
  number: number;
  engine: Engine['name'];
  version: string;
  /** With how many seeds it was played. */
  seeds: number;
  /** Everything that was wrong, in words. */
  wrong: string[];
  /** How often the visitor was told something. */
  statements: number;
}

export const resultsHeading = '## What came of them';

/** The results as a part of docs/faults.md. */
export function resultsOf(results: readonly Result[], on: string): string {
  const versions = engines.flatMap(({ name }) => {
    const version = results.find(({ engine }) => engine === name)?.version;
    return version ? [`${name} ${version}`] : [];
  });
  const cell = (number: number, engine: Engine['name'], reason: string | undefined): string => {
    if (reason) return `no: ${reason}`;
    const result = results.find((each) => each.number === number && each.engine === engine);
    if (!result) return 'not tried';
    const failed = new Set(result.wrong.map((words) => words.split(':')[0])).size;
    return `${result.seeds - failed} of ${result.seeds}`;
  };
  const table = markdownTable(
    ['no.', 'fault', ...engines.map(({ name }) => name)],
    faults.map(({ number, name, cannot }) => [
      `${number}`,
      name,
      ...engines.map((engine) => cell(number, engine.name, cannot?.[engine.name])),
    ]),
  );
  const statements = results.reduce((sum, result) => sum + result.statements, 0);
  const unwell = results.flatMap(({ number, engine, wrong }) =>
    wrong.map((words) => `- Fault ${number} in ${engine}, ${words.replaceAll('`', "'")}`),
  );
  return `${resultsHeading}

Printed by \`npm run test:faults\` on ${on}, in ${versions.join(', ')}. A cell says in how many plays, each with a seed of its own, all was well: what was said sent or saved is at the receiver or still waits in the browser, no id has two bodies, and nothing was called sent that was not there.

${table}

The visitor was told something ${statements.toLocaleString('en')} times. ${unwell.length ? 'What was not well:' : 'All was well.'}
${unwell.length ? `\n${unwell.join('\n')}\n` : ''}`;
}

/**
 * @param isWhole whether all was played: then it is written into the document
 * @returns the part as it is printed
 */
export async function writeResults(results: readonly Result[], isWhole: boolean): Promise<string> {
  const part = resultsOf(results, new Date().toISOString().slice(0, 10));
  const path = new URL('../../../docs/faults.md', import.meta.url);
  const text = await readFile(path, 'utf8');
  const [before = ''] = text.split(resultsHeading);
  if (isWhole) await writeFile(path, `${before.trimEnd()}\n\n${part}`);
  return part;
}
