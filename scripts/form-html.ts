// Prints a configuration of <lead-form> as HTML that is there before the script, to be pasted into a page. What is no
// markup of the form goes on into attributes of the element and its JSON child.
//   npx tsx scripts/form-html.ts config.json
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { leadFormConfigSchema } from '../src/contract/lead-form-config.ts';
import { problemsOf } from '../src/contract/problem.ts';
import { formMarkup } from '../src/form/form-markup.ts';
import { type LeadFormConfig, leadFormOptions } from '../src/form/lead-form-options.ts';
import { defaultSteps } from '../src/form/question.ts';
import type { FormMessages } from '../src/i18n/form-messages.ts';
import { knownLanguages, messagesFor } from '../src/i18n/locales.ts';
import { purposes } from '../src/lead/consent.ts';
import { registerForm } from '../src/locales/register.ts';
import { htmlOf } from '../src/markup/html-of.ts';
import { markup } from '../src/markup/markup.ts';
import { attributeName } from '../src/options/attribute-name.ts';
import { record } from '../src/options/option.ts';
import { overrideTexts } from '../src/options/override-texts.ts';

registerForm();

type Complain = (path: string, expected: string) => void;

/** What the markup itself says, and the element need not be told any more. */
const inMarkup = ['fields', 'interests', 'consents'];

function messagesOf({ locale = 'en', texts }: LeadFormConfig, complain: Complain): FormMessages {
  const languages = knownLanguages();
  const [language] = locale.toLowerCase().split('-');
  if (!languages.includes(language!))
    complain('locale', `a tag of one of these languages: ${languages.join(', ')}`);
  return overrideTexts(
    messagesFor('form', locale),
    texts,
    (path, _, known) => complain(path, `one of ${known.join(', ')}`),
    'texts',
  );
}

/**
 * The element with the form in it.
 * @throws Error that names all that is wrong in the configuration, a line each
 */
export function formHtml(config: LeadFormConfig): string {
  if (!record.read(config)) throw new Error('expected an object.');
  const slips = new Map<string, string>();
  const complain: Complain = (path, expected) => slips.set(path, `${path}: expected ${expected}.`);

  const messages = messagesOf(config, complain);
  const { fields, consents } = config;
  const steps =
    fields && leadFormOptions.fields.read(fields, (path, expected) => complain(`fields${path}`, expected));
  const boxes = consents && leadFormOptions.consents.read(consents);
  // What the element reads leniently, the contract reads strictly.
  const { error } = leadFormConfigSchema.safeParse(config);
  const isTold = (option: string) => [...slips.keys()].some((path) => path.split('.')[0] === option);
  for (const { field, expected } of error ? problemsOf(error) : []) {
    const path = field || /not known here: ([^;,]+)/.exec(expected)?.[1] || 'configuration';
    if (!isTold(path.split('.')[0]!)) complain(path, expected.replace(/^.*; expected some of/, 'one of'));
  }
  if (slips.size) throw new Error([...slips.values()].join('\n'));

  const form = formMarkup(
    {
      steps: steps || defaultSteps,
      interests: config.interests,
      consents: boxes || Object.fromEntries(purposes.map((purpose) => [purpose, ''])),
      controller: config.controller,
      policyUrl: config.policyUrl,
      isScored: !config.noScoring,
    },
    messages,
  );
  const others = Object.entries(config).filter(([name]) => !inMarkup.includes(name));
  const attributes = others
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => [attributeName(name), typeof value === 'number' ? `${value}` : value]);
  const child = Object.fromEntries(others.filter(([, value]) => typeof value === 'object'));
  const html = htmlOf(
    markup('lead-form', Object.fromEntries(attributes), {
      ...form,
      attributes: { action: config.endpoint, ...form.attributes, part: undefined },
    }),
  );
  if (!Object.keys(child).length) return html;
  const json = JSON.stringify(child, null, 2).replaceAll('<', '\\u003c').replaceAll('\n', '\n  ');
  const end = '</lead-form>';
  return `${html.slice(0, -end.length)}  <script type="application/json">${json}</script>\n${end}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file] = process.argv;
  try {
    if (!file) throw new Error('Name the configuration: npx tsx scripts/form-html.ts config.json');
    console.log(formHtml(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    console.error(`${file ? `${file}: ` : ''}${(error as Error).message}`);
    process.exitCode = 1;
  }
}
