import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { budgets, documentFigures, packageJson } from '../../scripts/document-figures.ts';
import { integrityOf } from '../../scripts/report-scripts.ts';
import { calculatorOptions } from '../../src/calculator/calculator-options.ts';
import { adapterOf, adapters } from '../../src/delivery/adapters.ts';
import { judgeAnswer } from '../../src/delivery/judge-answer.ts';
import { fieldTypes } from '../../src/form/field-types.ts';
import { leadFormOptions } from '../../src/form/lead-form-options.ts';
import { defaultSteps, fieldList } from '../../src/form/question.ts';
import * as en from '../../src/locales/en.ts';
import { attributeName } from '../../src/options/attribute-name.ts';
import { sharedOptions } from '../../src/options/shared-options.ts';
import { type Campaign, evaluateCampaign, metrics } from '../../src/roi/index.ts';
import {
  calculatorConfigSchema,
  defaultScoring,
  envelopeSchema,
  leadFormConfigSchema,
  parseEnvelope,
  scoreOf,
  scoringSchema,
} from '../../src/schema.ts';
import {
  all,
  between,
  contributing,
  distinct,
  everyDocument,
  examples,
  isThere,
  named,
  read,
  readersDocuments,
  repository,
  rows,
  tableUnder,
} from '../support/documents.ts';

const textOf = (path: string) => readersDocuments.find((document) => document.path === path)!.text;
const figures = documentFigures();

describe('figures', () => {
  const said = Object.entries(figures).flatMap(([path, list]) => list.map((figure) => [path, figure]));
  test.each(said)('%s says: %s', (path, figure) => {
    expect(textOf(path!)).toContain(figure);
  });

  /** Names that have digits in them, and are no figures of ours. */
  const names = /ISO (?:4217|8601)|SHA-256|EN 301 549|WCAG \d[\d.]*|n8n|Web3Forms|2xx/g;

  test.each(readersDocuments)('$path says none that is not checked', ({ path, text }) => {
    const known = figures[path] ?? [];
    let prose = text
      .replace(/^```[\s\S]*?^```$/gm, '')
      .replace(/`[^`\n]*`/g, '')
      .replace(/\]\([^)]*\)/g, ']')
      // Written by the script that plays the faults: `faults.test.ts` checks it.
      .replace(/^## What came of them[\s\S]*/m, '')
      // The page's own words, and the numbers of the faults, have tests of their own.
      .replace(/“[^”]*”/g, '')
      .replace(/^\| \d+ \|/gm, '|')
      .replace(names, '');
    for (const figure of known) prose = prose.replaceAll(figure.replace(/`[^`\n]*`/g, ''), '');
    expect(prose.match(/.*\d.*/g) ?? []).toEqual([]);
  });
});

test('files are named with this version, and no hash is out of date', () => {
  const text = readersDocuments.map((document) => document.text).join('\n');
  const versions = all(/unisono[a-z-]*-(\d+\.\d+\.\d+)\.(?:js|tgz)/g, text);
  expect(versions.length).toBeGreaterThan(0);
  expect(distinct(versions)).toEqual([packageJson.version]);
  const hashes = Object.keys(budgets).map((file) => integrityOf(readFileSync(`${repository}dist/${file}`)));
  for (const hash of all(/integrity\s*=\s*["']([^"']+)["']/g, text))
    expect(['sha384-…', ...hashes]).toContain(hash);
});

describe('the tables of options', () => {
  const shared = Object.keys(sharedOptions);
  const own = (table: object) => Object.keys(table).filter((name) => !shared.includes(name));
  test.each([
    ['Both elements:\n', '`<lead-form>`:', shared],
    ['\n`<lead-form>`:\n', '\n`<roi-calculator>`:', own(leadFormOptions)],
    ['\n`<roi-calculator>`:\n', '```html', own(calculatorOptions)],
  ])('%j has each option once, under its attribute and its key', (from, to, options) => {
    const table = rows(between(from, to));
    expect(table.map(([, key]) => named(key)[0]).sort()).toEqual([...options].sort());
    for (const [attribute, key] of table)
      expect(['–', `\`${attributeName(named(key)[0]!)}\``]).toContain(attribute);
  });
});

describe('the choices of an option stand in its row', () => {
  const options = { ...leadFormOptions, ...calculatorOptions };
  const what = (name: string) =>
    named(all(new RegExp(`\\| \`${name}\` \\| (.+) \\|$`, 'gm'), textOf('README.md'))[0]);

  test.each(Object.entries(options).filter(([, { expected }]) => expected.startsWith('one of ')))(
    '%s',
    (name, { expected }) => {
      expect(what(name)).toEqual(expect.arrayContaining(expected.replace('one of ', '').split(', ')));
    },
  );

  test('the fields, and those that are asked where the owner does not choose', () => {
    const names = what('fields');
    expect(names).toEqual(expect.arrayContaining(Object.keys(fieldTypes)));
    const [usual] = names.filter((name) => name.includes(' '));
    expect(fieldList.read(usual)).toEqual(defaultSteps);
  });
});

describe('what the elements offer', () => {
  /** The calculator with its planner, which adds panels to it. */
  const rooms: Record<string, string[]> = {
    'lead-form': ['shared', 'lead-form'],
    'roi-calculator': ['shared', 'roi-calculator', 'planner'],
  };
  const sourcesIn = (room: string) =>
    readdirSync(`${repository}src/elements/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => read(`src/elements/${room}/${path}`));
  const markupOfForm = () => read('src/form/form-markup.ts');
  const sources = (element: string) =>
    [...rooms[element]!.flatMap(sourcesIn), element === 'lead-form' ? markupOfForm() : ''].join('\n');
  const tables = Object.fromEntries(
    tableUnder('| element | `::part()` | `slot` |').map(([element, parts, slots]) => [
      element!.replace(/[`<>]/g, ''),
      { parts, slots },
    ]),
  );

  test.each(Object.keys(rooms))('the parts and slots of %s', (element) => {
    const source = sources(element);
    const parts = [
      ...all(/part="([\w-]+)"/g, source),
      ...all(/part=\$\{[^}]*?'([\w-]+)' : '[\w-]+'/g, source),
      ...all(/part=\$\{[^}]*?'[\w-]+' : '([\w-]+)'/g, source),
      // As data: `part: 'field'`, `part: isWrong ? 'error' : 'hint'`, `setAttribute('part', …)`.
      ...all(/\bpart(?:: |', )(?:[^,'}]*? \? )?'([\w-]+)'/g, source),
      ...all(/\bpart(?:: |', )[^,'}]*? \? '[\w-]+' : '([\w-]+)'/g, source),
    ];
    expect(distinct(named(tables[element]!.parts))).toEqual(distinct(parts));
    const slots = named(tables[element]!.slots).filter((name) => !name.startsWith('<'));
    expect(distinct(slots)).toEqual(
      distinct(all(/(?:<slot name="|markup\('slot', \{ name: ')([\w-]+)/g, source)),
    );
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

describe('JSON', () => {
  test('every configuration is one', () => {
    const schemas = { 'lead-form': leadFormConfigSchema, 'roi-calculator': calculatorConfigSchema };
    const children =
      /<(lead-form|roi-calculator)[^>]*>\s*<script type="application\/json">([\s\S]*?)<\/script>/g;
    const found = examples('html').flatMap(({ code }) => Array.from(code.matchAll(children)));
    expect(found.length).toBeGreaterThan(1);
    for (const [, element, json] of found)
      expect(schemas[element as keyof typeof schemas].safeParse(JSON.parse(json!)).error).toBeUndefined();
  });

  test('every lead is one, scored and calculated as we do', () => {
    const leads = examples('json');
    expect(leads.length).toBeGreaterThan(0);
    for (const { code } of leads) {
      const lead = parseEnvelope(JSON.parse(code));
      if (!lead.ok) throw new Error(JSON.stringify(lead.problems));
      expect(lead.withheld).toEqual([]);
      for (const { purpose, text, hash } of lead.envelope.consents) {
        expect(text).toBe(en.form.consent[purpose as keyof typeof en.form.consent]);
        expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
      }
      const { score, calculation, ...rest } = lead.envelope;
      expect(scoreOf({ ...rest, calculation })).toEqual(score);

      const found = evaluateCampaign(calculation!.inputs as unknown as Campaign).metrics;
      for (const [name, value] of Object.entries(calculation!.results))
        expect([name, found[name === 'roi' ? 'roiMargin' : (name as keyof typeof found)].value]).toEqual([
          name,
          value,
        ]);
    }
  });

  test('the parts of a lead are the contract’s, and so is what needs consent', () => {
    const table = tableUnder('| part | what | without the profiling box |');
    expect(table.map(([part]) => named(part)[0]!)).toEqual(Object.keys(envelopeSchema.shape));
    const whole = JSON.parse(examples('json')[0]!.code);
    const lead = parseEnvelope({ ...whole, consents: [] });
    // The score of the example is not of what was written alone.
    const leftOut = table.flatMap(([part, , without]) => (without === 'sent' ? [] : named(part)));
    expect(lead).toMatchObject({ ok: true, withheld: leftOut });
    for (const [, , without] of table)
      expect(['sent', 'left out', 'of what was written alone']).toContain(without);
  });
});

describe('words', () => {
  /** Every text of the English page, with … for what is filled in. */
  const texts = (messages: object): string[] =>
    Object.values(messages).flatMap((each) =>
      typeof each === 'string' ? each.replace(/\{\w+\}/g, '…') : texts(each),
    );
  const said = texts({ ...en });

  test.each(readersDocuments)('$path quotes the page as it speaks', ({ text }) => {
    for (const quote of all(/“([^”]+)”/g, text))
      expect(
        said.filter((each) => each.includes(quote)),
        quote,
      ).not.toEqual([]);
  });

  test('the table of receipts has each receipt, in the words of the form', () => {
    const { states } = en.form;
    const table = tableUnder('| what happened | `receipt.status` | words |');
    const given = table.map(([, status, words]) => [named(status)[0], words]);
    const { sending: _, tooLarge, ...receipts } = states;
    expect(given.sort()).toEqual([...Object.entries(receipts), ['unsaved', tooLarge]].sort());
  });

  test('every planning panel has a part of its own, under its title', () => {
    const panels = [en.cash, en.share, ...Object.values(en.planner)].flatMap((messages) =>
      typeof messages === 'object' && 'title' in messages && messages !== en.planner.timing
        ? [messages.title]
        : [],
    );
    // The figures are called as they are where there is no planner.
    panels.push(en.calculator.more);
    const parts = all(/^### (.+)$/gm, between('## The panels\n', '\n## '));
    expect(parts.sort()).toEqual(panels.sort());
  });

  test('the four definitions are the model’s', () => {
    const model = Object.values(metrics).filter((metric) => 'definition' in metric);
    const table = tableUnder('| `definition` | is | formula |');
    expect(table.map(([name, words, formula]) => [named(name)[0], words, named(formula)[0]]).sort()).toEqual(
      model
        .map(({ definition, formula }) => [
          definition as string,
          en.calculator.definitions[definition],
          formula,
        ])
        .sort(),
    );
  });
});

describe('rules of a score', () => {
  test('every condition of the table is one', () => {
    const conditions = tableUnder('| condition | holds if |').map(([condition]) => named(condition)[0]!);
    expect(conditions.length).toBeGreaterThan(5);
    for (const condition of conditions) {
      const rules = [{ when: condition.replace('\\', ''), points: 1 }];
      expect(scoringSchema.safeParse({ ...defaultScoring, rules }).error, condition).toBeUndefined();
    }
  });

  test('what is called behaviour counts as interest', () => {
    const lead = parseEnvelope(JSON.parse(examples('json')[0]!.code));
    if (!lead.ok) throw new Error('no lead');
    const { first } = lead.envelope.attribution!;
    const seen = { ...lead.envelope, attribution: { current: first! } };
    const names = named(between('These names are behaviour', 'So give no question'));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const { fit, interest } = scoreOf(seen, { ...defaultScoring, rules: [{ when: name, points: 1 }] });
      expect([name, fit, interest]).toEqual([name, 0, 1]);
    }
  });
});

test('the table of answers is what the form makes of them', () => {
  const words = { accepted: 'Sent.', 'handed-over': 'Handed over.', rejected: 'Not sent: it was refused.' };
  const table = tableUnder('| the receiver answers | and the visitor reads |');
  const judged = (code: string) => {
    const isStatus = /^\d+$/.test(code);
    const text = code.startsWith('"') ? `{${code}}` : code === 'id' ? 'stored as 7' : '';
    const answer = { status: isStatus ? Number(code) : 200, text, isWhole: true, retryAfter: null };
    const { status } = judgeAnswer(answer, { id: '7' });
    return status in words ? words[status as keyof typeof words] : 'Saved on this device.';
  };
  const codes = table.flatMap(([answer, reads]) =>
    named(answer)
      .filter((code) => code !== 'receipt')
      .map((code) => [code, all(/“([^”]+)”/g, reads!)[0]]),
  );
  expect(codes.length).toBeGreaterThan(10);
  for (const [code, reads] of codes) expect([code, judged(code!)]).toEqual([code, reads]);
});

describe('the table of receivers', () => {
  const table = tableUnder('| receiver | `destination` | what else you write | the visitor reads |');

  test('has every kind once', () => {
    expect(table.flatMap(([, kinds]) => named(kinds)).sort()).toEqual(Object.keys(adapters).sort());
  });

  test.each(table)(
    '%s: what is to be written, and what cannot be called sent',
    (_, kinds, written, reads) => {
      for (const kind of named(kinds)) {
        const { needs = {}, path, readable, answersWithPage } = adapterOf(kind)!;
        expect(named(written)).toEqual([...(path ? [] : ['endpoint']), ...Object.keys(needs)]);
        if (readable === false || answersWithPage) expect(reads).toBe('“Handed over.”');
      }
    },
  );
});

describe('the table of imports', () => {
  const table = tableUnder('| import | what |');

  test('is the package’s', () => {
    const offered = Object.keys(packageJson.exports).filter((path) => path !== './package.json');
    expect(table.flatMap(([path]) => named(path)).sort()).toEqual(
      offered.map((path) => path.replace('.', 'unisono')).sort(),
    );
  });

  test.each(table.map(([path, what]) => [named(path)[0]!, what!] as const))(
    'says of %s what is in it',
    async (path, what) => {
      const target = packageJson.exports[path.replace('unisono', '.')] as string | { default: string };
      if (typeof target === 'string') return;
      const offered = Object.keys(await import(join(repository, target.default)));
      const names = named(what).map((name) => name.replace(/[<>]/g, ''));
      const isName = (name: string) => /^[a-z]+[A-Z]|^[A-Z]/.test(name);
      for (const name of names.filter(isName)) expect(offered).toContain(name);
    },
  );
});

/** The file that the recipe of a language is about. */
const toBeWritten = 'locales/de.ts';

describe('links and paths', () => {
  /** As GitHub makes them of headings. */
  const anchors = (path: string) =>
    all(/^#+ (.+)$/gm, read(path)).map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\d\s-]/gu, '')
        .replaceAll(' ', '-'),
    );

  test.each(everyDocument)('every link of $path leads somewhere', ({ path, text }) => {
    for (const link of all(/\]\((?!https?:)([^)]+)\)/g, text)) {
      const [file, anchor] = link.split('#');
      const target = file ? join(dirname(path), file) : path;
      expect(isThere(target), link).toBe(true);
      if (anchor) expect(anchors(target), link).toContain(anchor);
    }
  });

  test.each(everyDocument)('every file that $path names is there', ({ text }) => {
    // Without fences, whose three ticks would turn what stands in ticks inside out.
    const names = named(text.replace(/^```[\s\S]*?^```$/gm, ''));
    for (const name of names.filter((each) => each !== toBeWritten)) {
      if (/^(src|test|scripts|bench|demo|docs|collector)\/[\w./-]+$/.test(name))
        expect(isThere(name), name).toBe(true);
      // Within `src/` CONTRIBUTING leaves that out.
      else if (/^[\w-]+\/[\w./-]+\.(ts|tsx)$/.test(name)) expect(isThere(`src/${name}`), name).toBe(true);
    }
  });

  test('every document is named in README', () => {
    const readme = textOf('README.md');
    for (const { path } of everyDocument.slice(1)) expect(readme).toContain(`](${path})`);
  });
});

test.each([
  ['the house', 'src'],
  ['the model', 'src/roi'],
])('%s in CONTRIBUTING has the rooms and the arrows that are checked', (_, floor) => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: { name: string; to: { pathNot?: string } }[];
  };
  const arrows = forbidden.flatMap(({ name, to }) => {
    const [, room] = new RegExp(`^arrows-of-${floor}/([a-z0-9]+)$`).exec(name) ?? [];
    if (!room) return [];
    const [, allowed = ''] = /\((.+)\)/.exec(to.pathNot ?? '') ?? [];
    const below = allowed.split('|').filter((other) => other !== room);
    return [[room, below.sort()] as const];
  });
  const table = tableUnder(`| room in \`${floor}/\` | what lives there | may import from |`, [contributing]);
  const told = table.map(([room, , below]) => [named(room)[0]!.replace('/', ''), named(below).sort()]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(arrows));
  expect(arrows.map(([room]) => room).sort()).toEqual(
    readdirSync(`${repository}${floor}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  );
});

describe('the recipes in CONTRIBUTING', () => {
  const [, recipes = ''] = /\n## Recipes\n([\s\S]*?)\n## /.exec(contributing.text) ?? [];
  const code = named(recipes);
  const inSource = ['src', 'collector']
    .flatMap((folder) =>
      readdirSync(`${repository}${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path) && !/^(dist|node_modules)\b/.test(path))
        .map((path) => read(`${folder}/${path}`)),
    )
    .join('\n');

  test('name folders that are there', () => {
    const folders = code.filter((name) => /^[\w-]+\/([\w-]+\/)*$/.test(name));
    expect(folders.length).toBeGreaterThan(3);
    for (const folder of folders) expect(isThere(`src/${folder}`) || isThere(folder), folder).toBe(true);
  });

  test('name files that are there, but for the one that is to be written', () => {
    const files = code.filter((name) => /\/[\w-]+\.\w+$/.test(name));
    expect(files.length).toBeGreaterThan(15);
    const missing = files.filter((file) => !isThere(`src/${file}`) && !isThere(file));
    expect(distinct(missing)).toEqual([toBeWritten]);
  });

  test('name what is in the code', () => {
    const names = code.filter((name) => /^[a-z]+[A-Z]\w*$|^[A-Z][a-z]\w+$/.test(name));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names.filter((each) => each !== 'README'))
      expect(inSource).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test.each(['field', 'metric', 'panel', 'language'])(
    'name the test that follows the one of a %s',
    (recipe) => {
      expect(code).toContain(`test/browser/recipes/${recipe}.test.ts`);
    },
  );
});

test('the variables of the collector are those that it reads', () => {
  const told = tableUnder('| variable | what |').flatMap(([name]) => named(name));
  const source = read('collector/settings-of.ts');
  const readVariables = all(/\b(?:env\.|\b)((?:UNISONO_[A-Z_]+|DATABASE_URL|PORT|HOST))\b/g, source);
  expect(distinct(told)).toEqual(distinct(readVariables));
});
