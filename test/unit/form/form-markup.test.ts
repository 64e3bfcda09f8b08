import { describe, expect, test } from 'vitest';
import { type FormPlan, formMarkup } from '../../../src/form/form-markup.ts';
import { type Asked, fieldList } from '../../../src/form/question.ts';
import { form as en } from '../../../src/locales/en.ts';
import { form as it } from '../../../src/locales/it.ts';
import type { Markup } from '../../../src/markup/markup.ts';

const plan = (fields: string | readonly Asked[], changes: Partial<FormPlan> = {}): FormPlan => ({
  steps: fieldList.read(fields)!,
  consents: {},
  isScored: false,
  ...changes,
});
const built = (...given: Parameters<typeof plan>): Markup => formMarkup(plan(...given), en);

const isMarkup = (child: unknown): child is Markup => typeof child === 'object';
/** Every element of a tag, in its order. */
const all = (markup: Markup, tag?: string): Markup[] => [
  ...(!tag || markup.tag === tag ? [markup] : []),
  ...markup.children.filter(isMarkup).flatMap((child) => all(child, tag)),
];
const textOf = (markup: Markup): string =>
  markup.children.map((child) => (isMarkup(child) ? textOf(child) : child || '')).join('');
const called = (form: Markup, name: string): Markup[] =>
  all(form).filter(({ attributes }) => attributes.name === name);
const notice = (form: Markup): Markup => all(form).find(({ attributes }) => attributes.part === 'notice')!;

describe('a question', () => {
  test('has its words, its note and its control, tied together', () => {
    const form = built([{ name: 'staff', label: 'Staff?', hint: 'Roughly', type: 'number', min: 1 }]);
    const [control] = called(form, 'staff');
    expect(control).toMatchObject({ tag: 'input', attributes: { type: 'number', min: '1', required: true } });
    const { id, 'aria-describedby': described } = control!.attributes;
    const label = all(form, 'label').find(({ attributes }) => attributes.for === id)!;
    expect(textOf(label)).toBe('Staff?');
    const note = all(form).find(({ attributes }) => attributes.id === described)!;
    expect(textOf(note)).toBe('Roughly');
    expect(note.attributes['data-note']).toBe(true);
  });

  test('has ids of its own in a shadow root, and outside of one ids that are nobody else’s', () => {
    const ids = (isShadow: boolean) =>
      all(built('name email', { isShadow })).flatMap(({ attributes: { id } }) => (id ? [id] : []));
    expect(ids(true)).toEqual(['name-note', 'name', 'email-note', 'email']);
    expect(ids(false)).toEqual(['lead-name-note', 'lead-name', 'lead-email-note', 'lead-email']);
  });

  test.each([
    ['required', { name: 'a', label: 'A', hint: 'Hint' }, 'Hint'],
    ['required without a hint', { name: 'a', label: 'A' }, ''],
    ['optional', { name: 'a', label: 'A', optional: true }, en.optional],
    [
      'optional with a hint',
      { name: 'a', label: 'A', hint: 'Hint', optional: true },
      `Hint · ${en.optional}`,
    ],
  ])('that is %s says so in its note', (_, asked, note) => {
    const [found] = all(built([asked])).filter(({ attributes }) => attributes.id === 'lead-a-note');
    expect(textOf(found!)).toBe(note);
  });

  test('of the profile has the locale’s words, or the owner’s', () => {
    const labels = (form: Markup) => all(form, 'label').map(textOf);
    expect(labels(built(['name', { name: 'email', label: 'Where?' }]))).toEqual([en.fields.name, 'Where?']);
    expect(labels(formMarkup(plan('name email'), it))).toEqual([it.fields.name, it.fields.email]);
  });

  test('with choices begins with none of them', () => {
    const [select] = called(built('timeframe'), 'timeframe');
    expect(select!.children.filter(isMarkup).map((each) => [each.attributes.value, textOf(each)])).toEqual([
      ['', en.choose],
      ...Object.entries(en.choices.timeframe),
    ]);
  });

  test('about interests has the owner’s choices, and its own before those', () => {
    const choices = (fields: readonly Asked[]) =>
      called(built(fields, { interests: { roof: 'A roof' } }), 'interests')[0]!
        .children.filter(isMarkup)
        .map(({ attributes }) => attributes.value);
    expect(choices(['interests'])).toEqual(['', 'roof']);
    expect(choices([{ name: 'interests', choices: { wall: 'A wall' } }])).toEqual(['', 'wall']);
  });

  test('in radio buttons is a group with its question, each button required', () => {
    const form = built([
      { name: 'size', label: 'Size?', type: 'radio', choices: { s: 'Small', l: 'Large' } },
    ]);
    const group = all(form, 'fieldset')[0]!;
    expect(group.attributes).toMatchObject({ role: 'radiogroup', 'aria-describedby': 'lead-size-note' });
    expect(textOf(all(group, 'legend')[0]!)).toBe('Size?');
    expect(called(group, 'size').map(({ attributes }) => attributes)).toMatchObject([
      { type: 'radio', value: 's', required: true, checked: false },
      { type: 'radio', value: 'l', required: true, checked: false },
    ]);
    expect(all(group, 'label').map(textOf)).toEqual(['Small', 'Large']);
  });

  test('in boxes is a group that says whether one has to be ticked: no single box has to be', () => {
    const asked = {
      name: 'days',
      label: 'Days?',
      type: 'checkboxes',
      choices: { mo: 'Mon', we: 'Wed' },
    } as const;
    const group = all(built([asked]), 'fieldset')[0]!;
    expect(group.attributes).toMatchObject({ role: false, 'data-required': true });
    for (const { attributes } of called(group, 'days'))
      expect(attributes).toMatchObject({ type: 'checkbox', required: false });
    expect(all(built([{ ...asked, optional: true }]), 'fieldset')[0]!.attributes['data-required']).toBe(
      false,
    );
  });

  test('has the owner’s value in it, chosen where it is a choice', () => {
    const choices = { s: 'Small', l: 'Large' };
    const control = (asked: Partial<Asked & object>) =>
      called(built([{ name: 'a', label: 'A', ...asked } as Asked]), 'a');
    expect(control({ value: 'x' } as object)[0]!.attributes.value).toBe('x');
    expect(textOf(control({ type: 'textarea', value: ' x\n y ' } as object)[0]!)).toBe(' x\n y ');
    expect(
      all(control({ choices, value: 'l' } as object)[0]!, 'option').map(
        ({ attributes }) => attributes.selected,
      ),
    ).toEqual([undefined, false, true]);
    expect(
      control({ type: 'radio', choices, value: 'l' } as object).map(({ attributes }) => attributes.checked),
    ).toEqual([false, true]);
  });

  test('that is a range shows where it stands', () => {
    const form = built([{ name: 'size', label: 'Size?', type: 'range', min: 1, max: 9 }]);
    expect(all(form, 'output').map(({ attributes }) => attributes.for)).toEqual(['lead-size']);
  });

  test('that is hidden is nothing but its value', () => {
    const form = built([{ name: 'list', type: 'hidden', value: '7' }]);
    expect(called(form, 'list')).toEqual([
      { tag: 'input', attributes: { type: 'hidden', name: 'list', value: '7' }, children: [] },
    ]);
    expect(all(form, 'label').map(textOf)).toEqual([en.fields.email]);
  });

  test('that hangs on an answer carries its condition on all of it', () => {
    const choices = { s: 'Small' };
    for (const type of ['text', 'select', 'radio', 'checkboxes', 'textarea'] as const) {
      const form = built([{ name: 'a', label: 'A', type, choices, showIf: 'budget=5k-20k' }]);
      const [around, ...others] = all(form).filter(({ attributes }) => attributes['data-show-if']);
      expect(around!.attributes).toMatchObject({ part: 'field', 'data-show-if': 'budget=5k-20k' });
      expect(called(around!, 'a')).toHaveLength(1);
      expect(textOf(around!)).toContain('A');
      expect(others).toEqual([]);
    }
  });

  test.each(['toString', 'constructor', 'hasOwnProperty'])('may be called %s', (name) => {
    const form = built([{ name, label: 'Own?' }, 'email']);
    expect(called(form, name)).toHaveLength(1);
    expect(all(form, 'label').map(textOf)).toEqual(['Own?', en.fields.email]);
  });
});

describe('steps', () => {
  const three = built(['interests', { step: 'Your project' }, 'budget', '|', 'email'], {
    consents: { marketing: '' },
  });
  const steps = all(three, 'fieldset').filter(({ attributes }) => 'data-step' in attributes);

  test('are named by their heading, which stands in them', () => {
    expect(steps.map(({ attributes }) => attributes['data-step'])).toEqual([true, 'Your project', true]);
    expect(steps.map((step) => all(step, 'legend').map(textOf))).toEqual([[], ['Your project'], []]);
  });

  test('have the boxes, the button and the notice in the last one', () => {
    expect(steps.map((step) => all(step, 'button').length)).toEqual([0, 0, 1]);
    expect(steps.map((step) => called(step, 'consent.marketing').length)).toEqual([0, 0, 1]);
    expect(all(three, 'button')).toHaveLength(1);
  });

  test('are none where there is one', () => {
    expect(all(built('name email')).filter(({ attributes }) => 'data-step' in attributes)).toEqual([]);
  });
});

describe('the boxes', () => {
  test('stand in their order, unticked, with our words or the owner’s', () => {
    const form = built('email', {
      consents: { profiling: '', partners: 'Tell your partners.', toString: '' },
    });
    const boxes = all(form, 'input').filter(({ attributes }) => attributes.type === 'checkbox');
    expect(boxes.map(({ attributes }) => attributes)).toEqual([
      { type: 'checkbox', name: 'consent.profiling' },
      { type: 'checkbox', name: 'consent.partners' },
      { type: 'checkbox', name: 'consent.toString' },
    ]);
    const words = all(form, 'label')
      .filter(({ attributes }) => attributes.class === 'box')
      .map(textOf);
    expect(words).toEqual([en.consent.profiling, 'Tell your partners.', 'toString']);
  });
});

describe('the notice', () => {
  const controller = 'Rossi & figli';
  const names = en.privacy.replace('{controller}', controller);
  test.each<[Partial<FormPlan>, string[]]>([
    [{}, [en.neutral]],
    [{ controller }, [names]],
    [{ consents: { marketing: '' } }, [en.neutral, en.ticked]],
    [{ controller, consents: { marketing: '' } }, [names, en.ticked]],
    [{ isScored: true }, [en.neutral, en.scored]],
    [{ controller, isScored: true }, [names, en.scored]],
    [{ consents: { marketing: '' }, isScored: true }, [en.neutral, en.ticked, en.scored]],
    [{ controller, consents: { marketing: '' }, isScored: true }, [names, en.ticked, en.scored]],
  ])('with %j says who uses what is written, and what for', (changes, sentences) => {
    const [paragraph] = all(notice(built('email', changes)), 'p');
    expect(textOf(paragraph!).trim()).toBe(sentences.join(' '));
  });

  test('has a box to say no with where what is written is scored, and none elsewhere', () => {
    const [box] = called(built('email', { isScored: true }), 'objection.scoring');
    expect(box!.attributes).toEqual({ type: 'checkbox', name: 'objection.scoring' });
    expect(textOf(notice(built('email', { isScored: true })))).toContain(en.objection);
    expect(called(built('email'), 'objection.scoring')).toEqual([]);
    expect(textOf(notice(built('email')))).not.toContain(en.objection);
  });

  test('links to the policy behind a blank, in a tab of its own that knows nothing of this one', () => {
    const policyUrl = 'https://shop.example/privacy';
    const [paragraph] = all(notice(built('email', { policyUrl })), 'p');
    const [link] = all(paragraph!, 'a');
    expect(link!.attributes).toEqual({ href: policyUrl, target: '_blank', rel: 'noopener' });
    expect(textOf(paragraph!)).toBe(`${en.neutral} ${en.policy}`);
    expect(all(notice(built('email')), 'a')).toEqual([]);
  });

  test('shows the name of who answers as it is written', () => {
    const form = built('email', { controller: '$& {controller} $1' });
    expect(textOf(notice(form))).toContain('$& {controller} $1');
  });
});

test('in a shadow root the page may put in a heading and a challenge; elsewhere both are the page’s own', () => {
  const slots = (isShadow: boolean) =>
    all(built('email', { isShadow }), 'slot').map(({ attributes }) => attributes.name);
  expect(slots(true)).toEqual(['heading', 'challenge']);
  expect(slots(false)).toEqual([]);
  expect(all(built('email', { isShadow: true }), 'h2').map(textOf)).toEqual([en.heading]);
  expect(all(built('email'), 'h2').map(textOf)).toEqual([en.heading]);
});

test('the form is one that works by itself: it posts, and has one button that sends', () => {
  const form = built('name email');
  expect(form).toMatchObject({ tag: 'form', attributes: { method: 'post' } });
  expect(all(form, 'button').map((each) => [each.attributes.type, textOf(each)])).toEqual([
    ['submit', en.submit],
  ]);
});
