import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { AskedQuestion } from '../../../../src/form/question.ts';
import { form as en } from '../../../../src/locales/en.ts';
import { visit } from '../../../../src/visit/visit.ts';
import { bothForms, controlsIn, formIn, noteOf } from '../../../support/both-forms.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { hearProblems } from '../../../support/problems.ts';
import { setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

const sizes = { s: 'Small', m: 'Middling', l: 'Large' };
const kind: AskedQuestion = {
  name: 'kind',
  label: 'Kind?',
  type: 'select',
  choices: { boat: 'Boat', car: 'Car' },
};
const sail: AskedQuestion = { name: 'sail', label: 'Sail?', showIf: 'kind=boat' };
const email: AskedQuestion = { name: 'email' };

describe.each(bothForms)('%s', (_, mountForm) => {
  const mountWith = (...fields: AskedQuestion[]) => mountForm({ endpoint: receiver.endpoint, fields });
  const isAsked = (element: HTMLElement, name: string) => controlsIn(element, name)[0]!.checkVisibility();
  const send = async () => {
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    return receiver.received[0]!.lead.profile;
  };

  test('a question is asked once its condition holds, and no longer than that', async () => {
    const element = await mountWith(kind, sail, email);
    expect(isAsked(element, 'sail')).toBe(false);
    expect(
      field('Sail?')
        .elements()
        .every((each) => !each.checkVisibility()),
    ).toBe(true);
    await field('Kind?').selectOptions('boat');
    await expect.poll(() => isAsked(element, 'sail')).toBe(true);
    await field('Kind?').selectOptions('car');
    await expect.poll(() => isAsked(element, 'sail')).toBe(false);
  });

  test.each(['text', 'select', 'radio', 'checkboxes', 'textarea', 'range', 'date'] as const)(
    'all of a question of the type %s goes and comes: its words as well',
    async (type) => {
      const element = await mountWith(kind, { ...sail, type, choices: sizes }, email);
      const isSeen = () => formIn(element).innerText.includes('Sail?');
      expect(isSeen()).toBe(false);
      await field('Kind?').selectOptions('boat');
      await expect.poll(isSeen).toBe(true);
      expect(isAsked(element, 'sail')).toBe(true);
    },
  );

  test('what is not asked is not required, not judged and not sent, whatever stands in it', async () => {
    const element = await mountWith(kind, { ...sail, type: 'number', min: 5 }, email);
    await field('Kind?').selectOptions('boat');
    await field('Sail?').fill('1');
    await field('Kind?').selectOptions('car');
    const profile = await send();
    expect(profile.answers).toEqual([{ name: 'kind', label: 'Kind?', value: 'car' }]);
    expect(noteOf(element, 'sail')).not.toContain(en.errors.required);
  });

  test('what is asked is required', async () => {
    const element = await mountWith(kind, sail, email);
    await field('Kind?').selectOptions('boat');
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.poll(() => noteOf(element, 'sail')).toBe(en.errors.required);
    expect(receiver.received).toEqual([]);
    await field('Sail?').fill('Red');
    expect((await send()).answers).toHaveLength(2);
  });

  test('what was written is still there when the question comes back', async () => {
    await mountWith(kind, sail, email);
    await field('Kind?').selectOptions('boat');
    await field('Sail?').fill('Red');
    await field('Kind?').selectOptions('car');
    await field('Kind?').selectOptions('boat');
    await expect.element(field('Sail?')).toHaveValue('Red');
    expect((await send()).answers).toContainEqual({ name: 'sail', label: 'Sail?', value: 'Red' });
  });

  test('a question may hang on one that hangs on another: with the first goes the last', async () => {
    const chain = [
      kind,
      sail,
      { name: 'size', label: 'Size?', type: 'radio', choices: sizes, showIf: 'sail' },
      { name: 'mast', label: 'Mast?', showIf: 'size=l|m', optional: true },
    ] satisfies AskedQuestion[];
    const element = await mountWith(...chain, email);
    const asked = () => chain.map(({ name }) => name).filter((name) => isAsked(element, name));
    expect(asked()).toEqual(['kind']);
    await field('Kind?').selectOptions('boat');
    await field('Sail?').fill('Red');
    await field('Large').click();
    await field('Mast?').fill('High');
    await expect.poll(asked).toEqual(['kind', 'sail', 'size', 'mast']);
    await field('Kind?').selectOptions('car');
    await expect.poll(asked).toEqual(['kind']);
    expect((await send()).answers).toEqual([{ name: 'kind', label: 'Kind?', value: 'car' }]);
  });

  test('it does not matter in which order the links of a chain stand', async () => {
    const element = await mountWith({ name: 'mast', label: 'Mast?', showIf: 'sail' }, sail, kind, email);
    await field('Kind?').selectOptions('boat');
    await field('Sail?').fill('Red');
    await expect.poll(() => isAsked(element, 'mast')).toBe(true);
    await field('Kind?').selectOptions('car');
    await expect.poll(() => isAsked(element, 'mast')).toBe(false);
  });

  test.each([
    ['!kind', true, false],
    ['kind!=car', true, true],
    ['kind=car|boat', false, true],
    ['staff>=5 & kind', false, false],
    ['staff<=5 & kind', false, true],
  ])('%s: %s before, %s once “Boat” is chosen', async (showIf, before, after) => {
    const staff: AskedQuestion = { name: 'staff', label: 'Staff?', type: 'number', value: '4' };
    const element = await mountWith(kind, staff, { ...sail, showIf }, email);
    expect(isAsked(element, 'sail')).toBe(before);
    await field('Kind?').selectOptions('boat');
    await expect.poll(() => isAsked(element, 'sail')).toBe(after);
  });

  test('boxes and radio buttons answer for a condition like any other', async () => {
    const element = await mountWith(
      {
        name: 'days',
        label: 'Days?',
        type: 'checkboxes',
        choices: { mo: 'Monday', tu: 'Tuesday' },
        optional: true,
      },
      { ...sail, showIf: 'days=tu' },
      email,
    );
    await field('Monday').click();
    expect(isAsked(element, 'sail')).toBe(false);
    await field('Tuesday').click();
    await expect.poll(() => isAsked(element, 'sail')).toBe(true);
    await field('Tuesday').click();
    await expect.poll(() => isAsked(element, 'sail')).toBe(false);
  });

  test('a question that was out of sight is asked anew of the next person', async () => {
    const element = await mountWith(kind, sail, email);
    await field('Kind?').selectOptions('boat');
    await field('Sail?').fill('Red');
    await send();
    await page.getByRole('button', { name: en.again }).click();
    await expect.poll(() => isAsked(element, 'kind')).toBe(true);
    expect(isAsked(element, 'sail')).toBe(false);
  });

  describe('conditions that contradict each other never hold the page up', () => {
    const text = (name: string, showIf: string): AskedQuestion => ({
      name,
      label: `${name}?`,
      showIf,
      optional: true,
    });
    /** Ends an endless loop, which nothing else could. */
    const limit = (element: HTMLElement, name: string) => {
      const [control] = controlsIn(element, name);
      let times = 0;
      Object.defineProperty(control, 'disabled', {
        get: () => control!.hasAttribute('disabled'),
        set(isDisabled: boolean) {
          if (++times > 500) throw new Error('endless');
          control!.toggleAttribute('disabled', isDisabled);
        },
      });
      return () => times;
    };

    test('each asked only where the other was not answered, and both are', async () => {
      const element = await mountWith(text('one', '!other'), text('other', '!one'), email);
      const times = limit(element, 'one');
      for (const name of ['one', 'other']) controlsIn(element, name)[0]!.value = 'x';
      await field(en.fields.email).fill('ada@shop.example');
      expect(times()).toBeLessThan(100);
    });

    test('asked only as long as it is not answered', async () => {
      const element = await mountWith(text('one', '!one'), email);
      const times = limit(element, 'one');
      controlsIn(element, 'one')[0]!.value = 'x';
      await field(en.fields.email).fill('ada@shop.example');
      expect(times()).toBeLessThan(100);
    });
  });
});

describe('a condition that cannot be read', () => {
  test('is told to the owner, and the question is asked: own form', async () => {
    const problems = hearProblems();
    const element = await bothForms[1][1]({ fields: [kind, { ...sail, showIf: 'kind = ' }, email] });
    expect(controlsIn(element, 'sail')[0]!.checkVisibility()).toBe(true);
    expect(problems.events).toEqual([
      { option: 'data-show-if', expected: expect.stringContaining('a condition') },
    ]);
  });

  test('is told to the owner by the name of its question: configured', async () => {
    const problems = hearProblems();
    const element = await bothForms[0][1]({ fields: [kind, { ...sail, showIf: 'kind = ' }, email] });
    expect(problems.events).toEqual([
      { option: 'fields.sail.showIf', expected: expect.stringContaining('a condition') },
    ]);
    expect(controlsIn(element, 'sail')[0]?.checkVisibility()).toBe(true);
  });
});

test('an owner’s rule for `display` brings nothing back that is not asked', async () => {
  const element = await bothForms[1][1]({
    fields: [kind, sail, email],
    beside: '<style>p, label { display: block !important }</style>',
  });
  expect(controlsIn(element, 'sail')[0]!.checkVisibility()).toBe(false);
});

test('what an owner has disabled stays that way', async () => {
  const element = await bothForms[1][1]({ fields: [kind, email] });
  const [control] = controlsIn(element, 'email');
  control!.closest('form')!.remove();
  element.insertAdjacentHTML(
    'beforeend',
    '<form><input name="email" type="email" aria-label="E-mail"><input name="code" aria-label="Code" disabled><button>Go</button></form>',
  );
  await expect.poll(() => formIn(element).noValidate).toBe(true);
  await field('E-mail').fill('ada@shop.example');
  expect(controlsIn(element, 'code')[0]!.disabled).toBe(true);
});

test('a yes that was given elsewhere on the site leaves out its own box alone, whatever fieldset that stands in', async () => {
  const element = await bothForms[1][1]({ fields: [email] });
  const form = formIn(element);
  form.innerHTML = `<fieldset><legend>You</legend>${form.innerHTML}</fieldset>`;
  const again = element.cloneNode(true) as typeof element;
  for (const made of again.querySelectorAll('[aria-hidden]')) made.remove();
  element.replaceWith(again);
  await again.updateComplete;
  const seen = () =>
    ['email', 'consent.marketing', 'consent.profiling'].filter((name) =>
      controlsIn(again, name)[0]!.checkVisibility(),
    );
  expect(seen()).toEqual(['email', 'consent.marketing', 'consent.profiling']);
  visit.consent({ profiling: true });
  again.requestUpdate();
  await expect.poll(() => seen().includes('consent.profiling')).toBe(false);
  expect(seen()).toEqual(['email', 'consent.marketing']);
});
