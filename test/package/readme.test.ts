import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { budgets, packageJson, readmeFigures } from '../../scripts/readme-figures.ts';
import { integrityOf } from '../../scripts/report-scripts.ts';
import { calculatorOptions } from '../../src/calculator/calculator-options.ts';
import { judgeAnswer } from '../../src/delivery/judge-answer.ts';
import { leadFormOptions } from '../../src/form/lead-form-options.ts';
import { calculator } from '../../src/locales/en.ts';
import { attributeName } from '../../src/options/attribute-name.ts';
import { sharedOptions } from '../../src/options/shared-options.ts';
import { type Campaign, evaluateCampaign, metrics } from '../../src/roi/index.ts';
import { calculatorConfigSchema, leadFormConfigSchema, parseEnvelope, scoreOf } from '../../src/schema.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(repository + path, 'utf8');
/** Without the spaces that line up a table. */
const readme = read('README.md').replace(/ {2,}/g, ' ');

const between = (from: string, to: string) => readme.split(from)[1]!.split(to)[0]!;
const all = (pattern: RegExp, text: string) => Array.from(text.matchAll(pattern), ([, found]) => found!);
const distinct = (names: Iterable<string>) => [...new Set(names)].sort();

/** The cells of a table's rows, without its head. */
const rows = (text: string) =>
  Array.from(text.matchAll(/^\|(.+)\|$/gm), ([, row]) =>
    row!.split(/(?<!\\)\|/).map((cell) => cell.trim()),
  ).slice(2);
/** The rows of the table with this head. */
const tableUnder = (head: string) => rows(head + between(head, '\n\n'));
const named = (cell: string | undefined) => all(/`([^`]+)`/g, cell ?? '');

test.each(readmeFigures())('says: %s', (figure) => {
  expect(readme).toContain(figure);
});

test('says no figure that is not checked', () => {
  const known = [...readmeFigures(), 'ISO 4217', 'n8n', '2xx'];
  let prose = readme
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)]*\)/g, ']');
  for (const figure of known) prose = prose.replaceAll(figure.replace(/`[^`\n]*`/g, ''), '');
  expect(prose.match(/.*\d.*/g) ?? []).toEqual([]);
});

test('names files with this version, and no hash that is out of date', () => {
  const versions = all(/unisono(?:-form)?-(\d+\.\d+\.\d+)\.(?:js|tgz)/g, readme);
  expect(versions.length).toBeGreaterThan(0);
  expect(distinct(versions)).toEqual([packageJson.version]);
  const hashes = Object.keys(budgets).map((file) => integrityOf(readFileSync(`${repository}dist/${file}`)));
  for (const hash of all(/integrity\s*=\s*["']([^"']+)["']/g, readme))
    expect(['sha384-…', ...hashes]).toContain(hash);
});

describe('the tables of options', () => {
  const shared = Object.keys(sharedOptions);
  const own = (table: object) => Object.keys(table).filter((name) => !shared.includes(name));
  test.each([
    ['Both elements:', '`<lead-form>`:', shared],
    ['\n`<lead-form>`:', '\n`<roi-calculator>`:', own(leadFormOptions)],
    ['\n`<roi-calculator>`:', '```html', own(calculatorOptions)],
  ])('%s has each option once, under its attribute and its key', (from, to, options) => {
    const table = rows(between(from, to));
    expect(table.map(([, key]) => named(key)[0]).sort()).toEqual([...options].sort());
    for (const [attribute, key] of table)
      expect(['–', `\`${attributeName(named(key)[0]!)}\``]).toContain(attribute);
  });
});

/** The planner is not offered by the package yet. */
const sourcesIn = (room: string) =>
  readdirSync(`${repository}src/elements/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('planner'))
    .map((path) => read(`src/elements/${room}/${path}`));

describe('what the elements offer', () => {
  const sources = (element: string) => ['shared', element].flatMap(sourcesIn).join('\n');
  const tables = Object.fromEntries(
    tableUnder('| element | `::part()` | `slot` |').map(([element, parts, slots]) => [
      element!.replace(/[`<>]/g, ''),
      { parts, slots },
    ]),
  );

  test.each(['lead-form', 'roi-calculator'])('the parts and slots of %s', (element) => {
    const source = sources(element);
    const parts = [
      ...all(/part="([\w-]+)"/g, source),
      ...all(/part=\$\{[^}]*?'([\w-]+)' : '[\w-]+'/g, source),
    ];
    const others = all(/part=\$\{[^}]*?'[\w-]+' : '([\w-]+)'/g, source);
    expect(distinct(named(tables[element]!.parts))).toEqual(distinct([...parts, ...others]));
    const slots = named(tables[element]!.slots).filter((name) => !name.startsWith('<'));
    expect(distinct(slots)).toEqual(distinct(all(/<slot name="([\w-]+)"/g, source)));
  });

  test('tokens, with what they are by default', () => {
    const source = sources('lead-form') + sources('roi-calculator');
    const tokens = Object.fromEntries(
      Array.from(source.matchAll(/var\((--unisono-[\w-]+),\s*([^;]+)\);/g), ([, name, value]) => [
        name!,
        value!,
      ]),
    );
    const table = tableUnder('| token | what | by default |');
    expect(table.map(([token]) => named(token)[0]).sort()).toEqual(Object.keys(tokens).sort());
    for (const [token, , value] of table)
      expect([`\`${tokens[named(token)[0]!]}\``, 'mixed from the text colour']).toContain(value);
  });

  test('events', () => {
    const table = tableUnder('| event | `detail` | when |');
    const fired = all(/@fires ([\w-]+)/g, sources('lead-form') + sources('roi-calculator'));
    expect(distinct(table.map(([event]) => named(event)[0]!))).toEqual(distinct(fired));
  });
});

test('every configuration in it is one', () => {
  const schemas = { 'lead-form': leadFormConfigSchema, 'roi-calculator': calculatorConfigSchema };
  const children =
    /<(lead-form|roi-calculator)[^>]*>\s*<script type="application\/json">([\s\S]*?)<\/script>/g;
  const found = Array.from(readme.matchAll(children));
  expect(found.length).toBeGreaterThan(1);
  for (const [, element, json] of found)
    expect(schemas[element as keyof typeof schemas].safeParse(JSON.parse(json!)).error).toBeUndefined();
});

test('the lead in it is one, scored and calculated as we do', () => {
  const lead = parseEnvelope(JSON.parse(between('```json', '```')));
  if (!lead.ok) throw new Error(JSON.stringify(lead.problems));
  expect(lead.withheld).toEqual([]);
  const { score, calculation, ...rest } = lead.envelope;
  expect(scoreOf({ ...rest, calculation })).toEqual(score);

  const found = evaluateCampaign(calculation!.inputs as unknown as Campaign).metrics;
  for (const [name, value] of Object.entries(calculation!.results))
    expect([name, found[name === 'roi' ? 'roiMargin' : (name as keyof typeof found)].value]).toEqual([
      name,
      value,
    ]);
});

test('the four definitions are the model’s, in our words', () => {
  const model = Object.values(metrics).filter((metric) => 'definition' in metric);
  const table = tableUnder('| `definition` | is | formula |');
  expect(table.map(([name, words, formula]) => [named(name)[0], words, named(formula)[0]]).sort()).toEqual(
    model
      .map(({ definition, formula }) => [definition, calculator.definitions[definition], formula] as const)
      .map((row) => [...row])
      .sort(),
  );
});

test('the table of answers is what the form makes of them', () => {
  const table = tableUnder('| the receiver answers | and the visitor reads |');
  const judged = (cell: string | undefined) =>
    named(cell).map((code) => {
      const isStatus = /^\d+$/.test(code);
      const text = code.startsWith('"') ? `{${code}}` : code === 'id' ? 'stored as 7' : '';
      const answer = { status: isStatus ? Number(code) : 200, text, isWhole: true, retryAfter: null };
      return judgeAnswer(answer, { id: '7' }).status;
    });
  const [sent, , refused, , other] = table.map(([answer]) => judged(answer));
  expect(distinct(sent!)).toEqual(['accepted']);
  expect(distinct(refused!)).toEqual(['rejected']);
  expect(distinct(other!)).toEqual(['handed-over']);
});

test('the table of imports is the package’s', () => {
  const table = tableUnder('| import | what |');
  const offered = Object.keys(packageJson.exports).filter((path) => path !== './package.json');
  expect(table.flatMap(([path]) => named(path)).sort()).toEqual(
    offered.map((path) => path.replace('.', 'unisono')).sort(),
  );
});

test('every link within the repository leads somewhere', () => {
  for (const document of ['README.md', 'CONTRIBUTING.md'])
    for (const path of all(/(?<!!\[[^\]]*)\]\((?!https?:|#)([^)#]+)/g, read(document)))
      expect(existsSync(repository + path), `${document}: ${path}`).toBe(true);
});
