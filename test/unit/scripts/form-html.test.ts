import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formHtml } from '../../../scripts/form-html.ts';
import { formMarkup } from '../../../src/form/form-markup.ts';
import type { LeadFormConfig } from '../../../src/form/lead-form-options.ts';
import { type Asked, fieldList } from '../../../src/form/question.ts';
import { form as en } from '../../../src/locales/en.ts';
import { form as it } from '../../../src/locales/it.ts';
import { htmlOf } from '../../../src/markup/html-of.ts';

const endpoint = 'https://hooks.example/leads';
/** What stands between the first of these marks and the next of those. */
const between = (html: string, from: string, to: string) => html.split(from)[1]!.split(to)[0]!;
const json = (html: string) => JSON.parse(between(html, '<script type="application/json">', '</script>'));
const names = (html: string) => Array.from(html.matchAll(/ name="([^"]+)"/g), ([, name]) => name);
/** Without the blanks that begin a line. */
const flat = (html: string) => html.replace(/^ +/gm, '');

test('the snippet holds the form that the element would build, question by question', () => {
  const fields: Asked[] = [
    { step: 'Your project' },
    'budget',
    { name: 'service', label: 'Which one?', choices: { audit: 'An audit' }, showIf: 'budget=5k-20k' },
    { step: 'You' },
    'name',
    'email?',
    'phone?',
  ];
  const html = formHtml({ endpoint, fields, controller: 'Rossi & figli' });
  const plan = {
    steps: fieldList.read(fields)!,
    consents: { marketing: '', profiling: '' },
    controller: 'Rossi & figli',
    isScored: true,
  };
  const { children } = formMarkup(plan, en);
  for (const child of children) expect(flat(html)).toContain(flat(htmlOf(child as never)));
  expect(names(html)).toEqual([
    'budget',
    'service',
    'name',
    'email',
    'phone',
    'consent.marketing',
    'consent.profiling',
    'objection.scoring',
  ]);
});

test('without fields it holds those of every form', () => {
  expect(names(formHtml({ endpoint })).slice(0, 3)).toEqual(['name', 'email', 'company']);
});

test('the form works by itself: it posts to the endpoint, and has no part of a shadow root', () => {
  const html = formHtml({ endpoint });
  expect(html).toContain(`<form action="${endpoint}" method="post">`);
  expect(html).not.toContain('<slot');
});

test('what is no markup stands on the element, each option as its attribute', () => {
  const html = formHtml({
    endpoint,
    fields: 'email',
    name: 'contact',
    progressive: 2,
    noScoring: true,
    dialog: false,
    policyUrl: 'https://shop.example/privacy',
    prefill: 'email',
  });
  expect(html.split('\n')[0]).toBe(
    `<lead-form endpoint="${endpoint}" name="contact" progressive="2" no-scoring policy-url="https://shop.example/privacy" prefill="email">`,
  );
  expect(html).not.toContain('<script');
});

test('what is more than an attribute can hold stands in the JSON child', () => {
  const rest: LeadFormConfig = {
    texts: { submit: 'Write to us' },
    scoring: { rules: [{ when: 'staff>=50', points: 30 }], warm: 20, hot: 40 },
    nextStep: { link: 'https://calendar.example/?e={email}' },
    prefill: ['email'],
  };
  const html = formHtml({ endpoint, fields: ['email'], consents: { marketing: 'Write.' }, ...rest });
  expect(json(html)).toEqual(rest);
  expect(html).toMatch(/<\/script>\n<\/lead-form>$/);
});

test('nothing that an owner writes ends the JSON child, begins an element, or is lost on the way', () => {
  for (const submit of ['</script><img src=x>', '<!--', "$& $1 $$ $` $'", '</lead-form>']) {
    const html = formHtml({ endpoint, texts: { submit } });
    expect(json(html)).toEqual({ texts: { submit } });
    expect(html.match(/<(script|img|!--)/g)).toEqual(['<script']);
  }
  const html = formHtml({ endpoint, name: '"><img src=x>', fields: ['email'], controller: '<b>$&</b>' });
  expect(html).not.toMatch(/<(img|b)\b/);
  expect(html).toContain('&lt;b&gt;$&amp;&lt;/b&gt;');
});

test('it speaks the language of the configuration, and the owner’s own words', () => {
  const html = formHtml({ endpoint, locale: 'it-CH', fields: 'name email', texts: { submit: 'Scrivici' } });
  expect(html).toContain(`>${it.fields.name}</label>`);
  expect(html).toContain(it.neutral);
  expect(html).toContain('type="submit">Scrivici</button>');
  expect(html.split('\n')[0]).toContain('locale="it-CH"');
});

describe('a slip in the configuration is named', () => {
  test.each<[config: unknown, slip: string]>([
    [{ endpont: endpoint }, 'endpont: expected one of'],
    [{ fields: 'name fax' }, 'fields.fax: expected one of'],
    [{ fields: '' }, 'fields: expected some of'],
    [{ fields: [{ name: 'a', label: 'A', showIf: 'b=' }] }, 'fields.a.showIf: expected a condition'],
    [{ fields: [{ name: 'a', label: 'A', type: 'color' }] }, 'fields'],
    [{ consents: 'news' }, 'consents: expected'],
    [{ texts: { sumbit: 'Go' } }, 'texts.sumbit: expected one of'],
    [{ texts: { errors: { requird: 'Go' } } }, 'texts.errors.requird: expected one of'],
    [{ interests: ['roof'] }, 'interests: expected'],
    [{ progressive: 0 }, 'progressive: expected'],
    [{ noScoring: 'no' }, 'noScoring: expected'],
    [{ scoring: { rules: [] } }, 'scoring'],
    [{ nextStep: { link: 'http://calendar.example/' } }, 'nextStep'],
    [{ remember: 'device' }, 'remember: expected'],
    [{ policyUrl: 'javascript:alert(1)' }, 'policyUrl: expected'],
    [{ endpoint: 'ftp://hooks.example/' }, 'endpoint: expected'],
    [{ locale: 'tlh' }, 'locale: expected'],
  ])('%j', (config, slip) => {
    expect(() => formHtml({ endpoint, ...(config as LeadFormConfig) })).toThrow(slip);
  });

  test('together with every other one', () => {
    const slips = () => formHtml({ endpoint, fields: 'fax telex', consents: 'news' });
    for (const slip of ['fields.fax', 'fields.telex', 'consents']) expect(slips).toThrow(slip);
  });
});

describe('as a command', () => {
  const repository = fileURLToPath(new URL('../../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'unisono-form-html-'));
  /** Prints a configuration; `undefined` names none. */
  function print(config?: string) {
    const file = join(folder, 'config.json');
    if (config !== undefined) writeFileSync(file, config);
    const args = ['--import', 'tsx', 'scripts/form-html.ts', ...(config === undefined ? [] : [file])];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: repository,
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  }

  test('it prints the snippet, and nothing beside it', () => {
    const config: LeadFormConfig = { endpoint, fields: ['name', 'email'], texts: { submit: 'Go' } };
    expect(print(JSON.stringify(config))).toEqual({ stdout: `${formHtml(config)}\n`, stderr: '', status: 0 });
  });

  test.each([
    ['a slip', '{ "fields": "fax" }', 'config.json: fields.fax: expected one of'],
    ['JSON that is none', '{ "fields": ', 'config.json: '],
    ['JSON that is no object', 'null', 'an object'],
    ['no file', undefined, 'npx tsx scripts/form-html.ts config.json'],
  ])('it says what is wrong, prints no snippet and ends with 1: %s', (_, config, said) => {
    const { stdout, stderr, status } = print(config);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toContain(said);
  });
});
