import { fill } from '../i18n/fill.ts';
import type { FormMessages } from '../i18n/form-messages.ts';
import { type Markup, markup } from '../markup/markup.ts';
import type { Question, Step } from './question.ts';

/** What a form is made of beside its words. */
export interface FormPlan {
  steps: readonly Step[];
  /** Choices of the interests where they are the owner's own. */
  interests?: Readonly<Record<string, string>> | undefined;
  /** Purposes that a box is asked for, with its words or `''` for ours. */
  consents: Readonly<Record<string, string>>;
  controller?: string | undefined;
  policyUrl?: string | undefined;
  /** Whether what is written is scored: then the notice says so, and has a box to say no. */
  isScored: boolean;
  /** Whether it stands in a shadow root: ids are its own there, and the page can put in a heading and a challenge. */
  isShadow?: boolean;
}

const own = <Words = string>(words: object, name: string): Words | undefined =>
  Object.hasOwn(words, name) ? (words as Record<string, Words>)[name] : undefined;

/** A box with its words beside it. */
const box = (type: string, name: string, words: string, more: Markup['attributes'] = {}): Markup =>
  markup('label', { class: 'box' }, markup('input', { type, name, ...more }), words);

function field(question: Question, messages: FormMessages, { interests, isShadow }: FormPlan): Markup {
  const {
    name,
    type,
    required,
    hint,
    showIf,
    label = own(messages.fields, name) ?? name,
    ...rest
  } = question;
  const ofLocale = own<object>(messages.choices, name) ?? {};
  const choices = Object.entries(
    question.choices ?? (name === 'interests' && interests ? interests : ofLocale),
  );
  const id = isShadow ? name : `lead-${name}`;
  const note = `${id}-note`;
  const { choices: _, value, ...limits } = rest;
  const attributes = { name, required, 'aria-describedby': note, ...limits };
  if (type === 'hidden') return markup('input', { type, name, value });

  const noteOf = markup(
    'span',
    { class: 'note', id: note, part: 'hint', 'data-note': true },
    [hint, !required && messages.optional].filter(Boolean).join(' · '),
  );
  const around = { part: 'field', 'data-show-if': showIf };
  if (type === 'radio' || type === 'checkboxes')
    return markup(
      'fieldset',
      {
        ...around,
        class: `field ${name}`,
        role: type === 'radio' && 'radiogroup',
        'aria-describedby': note,
        'data-required': required,
      },
      markup('legend', {}, label),
      noteOf,
      ...choices.map(([choice, words]) =>
        box(type === 'radio' ? type : 'checkbox', name, words, {
          value: choice,
          checked: choice === value,
          required: type === 'radio' && required,
        }),
      ),
    );
  const control: Markup =
    type === 'select'
      ? markup(
          'select',
          { id, ...attributes },
          markup('option', { value: '' }, messages.choose),
          ...choices.map(([choice, words]) =>
            markup('option', { value: choice, selected: choice === value }, words),
          ),
        )
      : type === 'textarea'
        ? markup('textarea', { id, ...attributes }, value ?? '')
        : markup('input', { id, type, value, ...attributes });
  return markup(
    'div',
    { ...around, class: `field ${name}` },
    markup('label', { for: id }, label),
    noteOf,
    control,
    ...(type === 'range' ? [markup('output', { for: id })] : []),
  );
}

/** A form as the configuration asks for it, in the words of one language: what an owner could have written by hand. */
export function formMarkup(plan: FormPlan, messages: FormMessages): Markup {
  const { steps, consents, controller, policyUrl, isScored, isShadow } = plan;
  const heading = markup('h2', {}, messages.heading);
  const boxes = Object.entries(consents);
  const fields = steps.map(({ label, questions }) => [
    ...(label ? [markup('legend', {}, label)] : []),
    markup('div', { class: 'fields' }, ...questions.map((each) => field(each, messages, plan))),
  ]);
  const end = [
    markup(
      'div',
      { class: 'boxes' },
      ...boxes.map(([purpose, words]) =>
        box('checkbox', `consent.${purpose}`, words || (own(messages.consent, purpose) ?? purpose)),
      ),
    ),
    ...(isShadow ? [markup('slot', { name: 'challenge' })] : []),
    markup(
      'div',
      { class: 'ask' },
      markup('button', { class: 'primary', part: 'submit', type: 'submit' }, messages.submit),
      markup(
        'div',
        { class: 'quiet', part: 'notice' },
        markup(
          'p',
          {},
          [
            controller ? fill(messages.privacy, { controller }) : messages.neutral,
            boxes.length && messages.ticked,
            isScored && messages.scored,
            '',
          ]
            .filter((sentence) => typeof sentence === 'string')
            .join(' '),
          ...(policyUrl
            ? [markup('a', { href: policyUrl, target: '_blank', rel: 'noopener' }, messages.policy)]
            : []),
        ),
        ...(isScored ? [box('checkbox', 'objection.scoring', messages.objection)] : []),
      ),
    ),
  ];
  const last = fields.length - 1;
  return markup(
    'form',
    { part: 'form', method: 'post', class: isShadow && 'text' },
    isShadow ? markup('slot', { name: 'heading' }, heading) : heading,
    ...(last
      ? fields.map((each, at) =>
          markup('fieldset', { 'data-step': steps[at]!.label || true }, ...each, ...(at === last ? end : [])),
        )
      : [...fields[0]!, ...end]),
  );
}
