// Prints a configuration of <lead-form> as HTML that is there before the script, to be pasted into a page. What is no
// markup of the form goes on into attributes of the element and its JSON child.
//   npx tsx scripts/form-html.ts config.json
import { readFileSync } from 'node:fs';
import { formMarkup } from '../src/form/form-markup.ts';
import { type LeadFormConfig, leadFormOptions } from '../src/form/lead-form-options.ts';
import { defaultSteps } from '../src/form/question.ts';
import { messagesFor } from '../src/i18n/locales.ts';
import { purposes } from '../src/lead/consent.ts';
import { registerForm } from '../src/locales/register.ts';
import { htmlOf } from '../src/markup/html-of.ts';
import { type Markup, markup } from '../src/markup/markup.ts';
import { attributeName } from '../src/options/attribute-name.ts';
import { overrideTexts } from '../src/options/override-texts.ts';

/** The element with the form in it. @throws Error that names what is wrong in the configuration */
export function formHtml(config: LeadFormConfig): string {
  const slips: string[] = [];
  const complain = (path: string, expected: string) => slips.push(`${path.slice(1)}: expected ${expected}.`);
  const setting = <Name extends keyof LeadFormConfig>(name: Name) => {
    const given = config[name];
    return given === undefined
      ? undefined
      : leadFormOptions[name].read(given, (path, expected) => complain(`.${name}${path}`, expected));
  };
  for (const name of Object.keys(config))
    if (!Object.hasOwn(leadFormOptions, name))
      complain(`.${name}`, `one of ${Object.keys(leadFormOptions).join(', ')}`);

  registerForm();
  const messages = overrideTexts(
    messagesFor('form', config.locale ?? 'en'),
    config.texts,
    (path, _, known) => complain(`.${path}`, `one of ${known.join(', ')}`),
    'texts',
  );
  const form = formMarkup(
    {
      steps: (setting('fields') ?? defaultSteps) as typeof defaultSteps,
      interests: config.interests,
      consents: (setting('consents') ??
        Object.fromEntries(purposes.map((purpose) => [purpose, '']))) as Record<string, string>,
      controller: config.controller,
      policyUrl: config.policyUrl,
      isScored: !config.noScoring,
    },
    messages,
  );
  const inMarkup = ['fields', 'interests', 'consents'];
  const attributes: Record<string, string | boolean> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(config)) {
    if (inMarkup.includes(name)) continue;
    if (typeof value === 'object') rest[name] = value;
    else attributes[attributeName(name)] = value as string | boolean;
  }
  const children: Markup[] = [
    { ...form, attributes: { action: config.endpoint, ...form.attributes, part: undefined } },
  ];
  const html = htmlOf(markup('lead-form', attributes, ...children));
  if (slips.length) throw new Error(slips.join('\n'));
  if (!Object.keys(rest).length) return html;
  const json = JSON.stringify(rest, null, 2).replaceAll('<', '\\u003c').replaceAll('\n', '\n  ');
  return html.replace(/<\/lead-form>$/, `  <script type="application/json">${json}</script>\n</lead-form>`);
}

const [file] = process.argv.slice(2);
if (process.argv[1]?.endsWith('form-html.ts')) {
  if (!file) {
    console.error('Name the configuration: npx tsx scripts/form-html.ts config.json');
    process.exitCode = 1;
  } else
    try {
      console.log(formHtml(JSON.parse(readFileSync(file, 'utf8')) as LeadFormConfig));
    } catch (error) {
      console.error(`${file}: ${(error as Error).message}`);
      process.exitCode = 1;
    }
}
