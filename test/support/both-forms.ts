import type { LeadForm } from '../../src/elements/lead-form/lead-form.ts';
import { fieldTypes } from '../../src/form/field-types.ts';
import type { LeadFormConfig } from '../../src/form/lead-form-options.ts';
import type { AskedQuestion } from '../../src/form/question.ts';
import { form as en } from '../../src/locales/en.ts';
import { forgetTab } from './mount.ts';

/** A form's questions, each with its words, and what else is set. */
export interface FormSetup {
  endpoint?: string;
  fields: readonly (AskedQuestion | { step: string })[];
  /** Purposes that have a box; both of ours by default. */
  boxes?: readonly ('marketing' | 'profiling')[];
  config?: Omit<LeadFormConfig, 'endpoint' | 'fields' | 'consents'>;
  lang?: string;
  /** Whether it is a page of a tab that knows something already. */
  isReload?: boolean;
  /** What stands beside it on the page. */
  beside?: string;
}

const escaped = (text: unknown) =>
  `${text}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const attributes = (given: Record<string, unknown>) =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join('');

/** A question in the markup of an owner who knows HTML, and none of ours beyond the attributes that are the contract. */
function ownQuestion(question: AskedQuestion): string {
  const { name, optional, hint, showIf, value, choices: given, ...rest } = question;
  const words = <Words>(of: object): Words | undefined => (of as Record<string, Words>)[name];
  const known = words<(typeof fieldTypes)['email']>(fieldTypes) ?? {};
  const choices = Object.entries(given ?? words<Record<string, string>>(en.choices) ?? {});
  const { type = known.type ?? (choices.length ? 'select' : 'text') } = rest;
  const label = escaped(rest.label ?? words(en.fields));
  const required = !optional;
  const id = `own-${name}`;
  if (type === 'hidden') return `<input${attributes({ type, name, value })}>`;
  const { label: _, type: __, ...limits } = rest;
  const { type: ___, ...ofBrowser } = known;
  const control = attributes({ id, name, required, ...ofBrowser, ...limits });
  const around = attributes({ 'data-show-if': showIf });
  if (type === 'radio' || type === 'checkboxes')
    return `<fieldset${around}${attributes({ 'data-required': type === 'checkboxes' && required })}><legend>${label}</legend>${choices
      .map(
        ([choice, words]) =>
          `<label><input${attributes({ type: type === 'radio' ? type : 'checkbox', name, value: choice, checked: choice === value, required: type === 'radio' && required })}> ${escaped(words)}</label>`,
      )
      .join('')}</fieldset>`;
  if (type === 'select')
    return `<p${around}><label for="${id}">${label}</label> <select${control}><option value="">–</option>${choices
      .map(
        ([choice, words]) =>
          `<option${attributes({ value: choice, selected: choice === value })}>${escaped(words)}</option>`,
      )
      .join('')}</select></p>`;
  if (type === 'textarea')
    return `<p${around}><label for="${id}">${label}</label><textarea${control}>${escaped(value ?? '')}</textarea></p>`;
  const output = type === 'range' ? `<output for="${id}"></output>` : '';
  return `<p${around}><label>${label} <input${attributes({ type, value })}${control}></label>${output}</p>`;
}

function ownForm({ fields, boxes = ['marketing', 'profiling'] }: FormSetup): string {
  const steps: { label: string; html: string }[] = [];
  for (const each of fields) {
    if ('step' in each && !('name' in each)) steps.push({ label: `${each.step}`, html: '' });
    else {
      if (!steps.length) steps.push({ label: '', html: '' });
      steps.at(-1)!.html += ownQuestion(each as AskedQuestion);
    }
  }
  const end = `${boxes
    .map(
      (purpose) => `<label><input type="checkbox" name="consent.${purpose}"> ${en.consent[purpose]}</label>`,
    )
    .join(
      '',
    )}<label><input type="checkbox" name="objection.scoring"> ${en.objection}</label><button>${en.submit}</button>`;
  const inside =
    steps.length > 1
      ? steps.map(
          ({ label, html }, at) =>
            `<fieldset data-step="${escaped(label)}"><legend>${escaped(label)}</legend>${html}${at === steps.length - 1 ? end : ''}</fieldset>`,
        )
      : [steps[0]!.html, end];
  return `<form action="/without-script" method="post">${inside.join('')}</form>`;
}

const put = async (html: string, { lang = 'en', isReload, beside = '' }: FormSetup): Promise<LeadForm> => {
  if (!isReload) forgetTab();
  document.documentElement.lang = lang;
  document.body.innerHTML = `<main><h1>An owner’s page</h1>${html}${beside}</main>`;
  const element = document.querySelector('lead-form')!;
  await element.updateComplete;
  return element;
};
const child = (config: object) =>
  `<script type="application/json">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>`;

/** One form in two ways: written as configuration, and as the owner's own markup. Both behave alike. */
export const bothForms = [
  [
    'configured',
    (setup: FormSetup): Promise<LeadForm> => {
      const { endpoint = '/leads', fields, config, boxes = ['marketing', 'profiling'] } = setup;
      const whole = { ...config, fields, consents: boxes };
      return put(`<lead-form endpoint="${endpoint}">${child(whole)}</lead-form>`, setup);
    },
  ],
  [
    'the owner’s own',
    (setup: FormSetup): Promise<LeadForm> => {
      const { endpoint = '/leads', config = {} } = setup;
      return put(`<lead-form endpoint="${endpoint}">${ownForm(setup)}${child(config)}</lead-form>`, setup);
    },
  ],
] as const;

/** The form that a person sees, whoever wrote it. */
export const formIn = (element: HTMLElement): HTMLFormElement =>
  element.querySelector('form') ?? element.shadowRoot!.querySelector('form:not([method=dialog])')!;

/** The controls of a name. */
export const controlsIn = (element: HTMLElement, name: string): HTMLInputElement[] => [
  ...formIn(element).querySelectorAll<HTMLInputElement>(`[name="${name}"]`),
];

/** The name of the control that has the focus, or the text of whatever else has it. */
export function focusIn(element: HTMLElement): string {
  const { activeElement } = formIn(element).getRootNode() as Document | ShadowRoot;
  return (activeElement as HTMLInputElement | null)?.name || (activeElement?.textContent ?? '').trim();
}

/** What stands in the note of a question: of its group, or of its control. */
export function noteOf(element: HTMLElement, name: string): string {
  const [control] = controlsIn(element, name);
  const holder = /checkbox|radio/.test(control!.type)
    ? control!.closest('fieldset:not([data-step])')
    : control;
  const ids = (holder?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  const root = control!.getRootNode() as Document | ShadowRoot;
  return ids
    .map((id) => root.getElementById(id)?.textContent?.trim() ?? '')
    .filter(Boolean)
    .join(' ');
}
