import '../../../../src/define.ts';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AskedQuestion } from '../../../../src/form/question.ts';
import { fill } from '../../../../src/i18n/fill.ts';
import { form as en } from '../../../../src/locales/en.ts';
import { form as it } from '../../../../src/locales/it.ts';
import { bothForms, controlsIn, focusIn, noteOf } from '../../../support/both-forms.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
const { errors } = en;
const choices = { audit: 'An audit', ads: 'Advertising', '5k': 'Five thousand' };
const email: AskedQuestion = { name: 'email' };
const asking = (changes: Partial<AskedQuestion>): AskedQuestion => ({
  name: 'own',
  label: 'Own?',
  ...changes,
});
const accepted = () => expect.element(page.getByText(en.states.accepted)).toBeVisible();
const profile = () => receiver.received[0]!.lead.profile;

describe.each(bothForms)('%s', (kind, mountForm) => {
  const mountWith = (...fields: AskedQuestion[]) => mountForm({ endpoint: receiver.endpoint, fields });
  const ada = () => field(en.fields.email).fill('ada@shop.example');

  describe('an answer arrives as it was given', () => {
    test.each<[Partial<AskedQuestion>, typed: string, arrives: string]>([
      [{ type: 'text' }, '  twelve  ', 'twelve'],
      [{ type: 'tel' }, '+39 (02) 12.34-56', '+39 (02) 12.34-56'],
      [{ type: 'url' }, 'https://shop.example/a?b=c', 'https://shop.example/a?b=c'],
      [{ type: 'email' }, 'bea@shop.example', 'bea@shop.example'],
      [{ type: 'number', min: 1 }, '12', '12'],
      [{ type: 'number', step: 'any' }, '0.5', '0.5'],
      [{ type: 'date' }, '2026-11-26', '2026-11-26'],
      [{ type: 'textarea' }, 'One\n\nTwo', 'One\n\nTwo'],
    ])('%j: %s', async (changes, typed, arrives) => {
      await mountWith(asking(changes), email);
      await field('Own?').fill(typed);
      await ada();
      await submit().click();
      await accepted();
      expect(profile()).toEqual({
        email: 'ada@shop.example',
        answers: [{ name: 'own', label: 'Own?', value: arrives }],
      });
    });

    test('from a list', async () => {
      await mountWith(asking({ type: 'select', choices }), email);
      await field('Own?').selectOptions('5k');
      await ada();
      await submit().click();
      await accepted();
      expect(profile().answers).toEqual([{ name: 'own', label: 'Own?', value: '5k' }]);
    });

    test('from radio buttons', async () => {
      await mountWith(asking({ type: 'radio', choices }), email);
      await page.getByRole('radio', { name: 'Advertising' }).click();
      await ada();
      await submit().click();
      await accepted();
      expect(profile().answers).toEqual([{ name: 'own', label: 'Own?', value: 'ads' }]);
    });

    test.each([
      [
        ['An audit', 'Five thousand'],
        ['audit', '5k'],
      ],
      [['Advertising'], ['ads']],
    ])('from boxes, always as a list: %j', async (ticked, value) => {
      await mountWith(asking({ type: 'checkboxes', choices }), email);
      for (const name of ticked) await page.getByRole('checkbox', { name }).click();
      await ada();
      await submit().click();
      await accepted();
      expect(profile().answers).toEqual([{ name: 'own', label: 'Own?', value }]);
    });

    test('hidden: what the owner put there', async () => {
      await mountWith({ name: 'list', type: 'hidden', value: '7' }, email);
      await ada();
      await submit().click();
      await accepted();
      expect(profile().answers).toMatchObject([{ name: 'list', value: '7' }]);
    });

    test('in the profile’s own places, where it has one', async () => {
      await mountWith(
        { name: 'company' },
        { name: 'phone' },
        { name: 'interests', type: 'checkboxes' },
        { name: 'budget', type: 'radio' },
        { name: 'message' },
        email,
      );
      await field(en.fields.company).fill('Rossi & figli');
      await field(en.fields.phone).fill('02 123456');
      await page.getByRole('checkbox', { name: en.choices.interests.quote! }).click();
      await page.getByRole('checkbox', { name: en.choices.interests.demo! }).click();
      await page.getByRole('radio', { name: en.choices.budget['5k-20k']! }).click();
      await field(en.fields.message).fill('Hello');
      await ada();
      await submit().click();
      await accepted();
      expect(profile()).toEqual({
        email: 'ada@shop.example',
        company: 'Rossi & figli',
        phone: '02 123456',
        interests: ['quote', 'demo'],
        message: 'Hello',
        buying: { budget: '5k-20k' },
      });
    });
  });

  test('what may stay empty is not asked for again, and does not travel', async () => {
    const element = await mountWith(
      asking({ optional: true }),
      asking({ name: 'kinds', label: 'Kinds?', type: 'checkboxes', choices, optional: true }),
      asking({ name: 'size', label: 'Size?', type: 'radio', choices, optional: true }),
      email,
    );
    await ada();
    await submit().click();
    await accepted();
    expect(profile()).toEqual({ email: 'ada@shop.example' });
    expect(noteOf(element, 'own')).toBe(kind === 'configured' ? en.optional : '');
  });

  test('a hint stands beside its question, gives way to an error, and comes back', async () => {
    const element = await mountWith(asking({ hint: 'Roughly' }), email);
    if (kind !== 'configured') {
      // As an owner writes it: a note of their own, and a description that is none.
      const [control] = controlsIn(element, 'own');
      control!.insertAdjacentHTML('afterend', '<small id="own-hint" data-note>Roughly</small>');
      control!.setAttribute('aria-describedby', 'own-hint');
    }
    expect(noteOf(element, 'own')).toBe('Roughly');
    await submit().click();
    await expect.poll(() => noteOf(element, 'own')).toBe(errors.required);
    await userEvent.type(controlsIn(element, 'own')[0]!, 'x');
    await expect.poll(() => noteOf(element, 'own')).toBe('Roughly');
  });

  describe.each([
    ['en', en, '11/23/2026'],
    ['it', it, '23/11/2026'],
  ] as const)('%s', (lang, { errors }, day) => {
    test.each<[Partial<AskedQuestion>, typed: string, error: string]>([
      [{ type: 'text' }, '', errors.required],
      [{ type: 'textarea' }, '   ', errors.required],
      [{ type: 'text', pattern: '[A-Z]{2}' }, 'abc', errors.format],
      [{ type: 'text' }, 'x'.repeat(201), fill(errors.tooLong, { max: 200, length: 201 })],
      [{ type: 'email' }, 'ada', errors.email],
      [{ type: 'url' }, 'shop.example', errors.url],
      [{ name: 'phone' }, 'after six', errors.phone],
      [{ name: 'phone' }, '12', errors.tooShort],
      [{ type: 'number', min: 5 }, '4', fill(errors.min, { min: 5 })],
      [{ type: 'number', max: 5 }, '6', fill(errors.max, { max: 5 })],
      [{ type: 'number' }, '1.5', errors.format],
      [{ type: 'date', min: '2026-11-23' }, '2026-11-22', fill(errors.min, { min: day })],
      [{ type: 'date', max: '2026-11-23' }, '2026-11-24', fill(errors.max, { max: day })],
      [{ type: 'date' }, '', errors.required],
    ])('%j with “%s” is told what is wrong with it, and nothing is sent', async (changes, typed, error) => {
      const question = asking(changes);
      const element = await mountForm({ endpoint: receiver.endpoint, fields: [question, email], lang });
      const [control] = controlsIn(element, question.name);
      control!.value = typed;
      control!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      const [button] = [...control!.form!.elements].filter(
        (each) => (each as HTMLButtonElement).type === 'submit',
      );
      (button as HTMLButtonElement).click();
      await expect.poll(() => noteOf(element, question.name)).toBe(error);
      expect(control!.getAttribute('aria-invalid')).toBe('true');
      expect(focusIn(element)).toBe(question.name);
      expect(receiver.received).toEqual([]);
    });
  });

  test.each(['select', 'radio', 'checkboxes'] as const)(
    '%s with nothing chosen asks for a choice',
    async (type) => {
      const element = await mountWith(asking({ type, choices }), email);
      await submit().click();
      await expect
        .poll(() => noteOf(element, 'own'))
        .toBe(type === 'select' ? errors.required : errors.choose);
      expect(focusIn(element)).toBe('own');
      if (type === 'select') await field('Own?').selectOptions('ads');
      else await page.getByLabelText('Advertising').click();
      await expect.poll(() => noteOf(element, 'own')).toBe('');
    },
  );

  test('a range shows where it stands, from the start and while it moves', async () => {
    const element = await mountWith(asking({ type: 'range', min: 0, max: 10, value: '4' }), email);
    const output = () => controlsIn(element, 'own')[0]!.form!.querySelector('output')!.value;
    expect(output()).toBe('4');
    controlsIn(element, 'own')[0]!.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(output).toBe('5');
    await ada();
    await submit().click();
    await accepted();
    expect(profile().answers).toEqual([{ name: 'own', label: 'Own?', value: '5' }]);
  });

  test.each([
    'ada@shop.example',
    'a@b.co',
    "o'neill+shop@sub.shop.example",
    '用户@例え.jp',
    'josé@büro.at',
    '  ada@shop.example  ',
  ])('the address %s is taken', async (address) => {
    await mountWith(email);
    await field(en.fields.email).fill(address);
    await submit().click();
    await accepted();
    expect(profile().email).toBe(profile().email.trim());
    expect(profile().email.split('@')[0]).toBe(address.trim().split('@')[0]);
  });

  test.each(['ada', 'ada@', '@shop.example', 'ada@shop..example', 'a da@shop.example', 'ada@shop.example,'])(
    'the address %s is not',
    async (address) => {
      const element = await mountWith(email);
      await field(en.fields.email).fill(address);
      await submit().click();
      await expect.poll(() => noteOf(element, 'email')).toBe(errors.email);
      expect(receiver.received).toEqual([]);
    },
  );

  describe('a domain that was probably mistyped', () => {
    const words = fill(en.mistyped, { address: 'ada@gmail.com' });
    const leave = async () => {
      await field(en.fields.email).fill('ada@gmial.com');
      await field('Own?').click();
    };

    test('is offered as a button that mends it', async () => {
      const element = await mountWith(email, asking({ optional: true }));
      await leave();
      await page.getByRole('button', { name: words }).click();
      await expect.element(field(en.fields.email)).toHaveValue('ada@gmail.com');
      await expect.element(page.getByRole('button', { name: words })).not.toBeInTheDocument();
      expect(focusIn(element)).toBe('email');
      await submit().click();
      await accepted();
      expect(profile().email).toBe('ada@gmail.com');
    });

    test('is read out, is no error, and keeps nobody from sending it', async () => {
      const element = await mountWith(email, asking({ optional: true }));
      await leave();
      await expect.element(page.getByRole('button', { name: words })).toBeVisible();
      expect(element.shadowRoot!.querySelector('[aria-live=polite].visually-hidden')!.textContent).toBe(
        words,
      );
      expect(controlsIn(element, 'email')[0]!.getAttribute('aria-invalid')).toBe('false');
      await submit().click();
      await accepted();
      expect(profile().email).toBe('ada@gmial.com');
    });

    test.each(['ada@gmial.com', 'ada@localhost'])(
      '%s can be sent with the first press on the button',
      async (address) => {
        await mountWith(email);
        await field(en.fields.email).fill(address);
        await submit().click();
        await accepted();
        expect(profile().email).toBe(address);
      },
    );

    test('that cannot be is asked about, and nothing is offered in its place', async () => {
      const element = await mountWith(email, asking({ optional: true }));
      await field(en.fields.email).fill('ada@shop');
      await field('Own?').click();
      await expect.poll(() => noteOf(element, 'email')).toBe(en.doubtful);
      expect(controlsIn(element, 'email')[0]!.getAttribute('aria-invalid')).toBe('false');
      await field(en.fields.email).fill('ada@shop.example');
      await field('Own?').click();
      await expect.poll(() => noteOf(element, 'email')).toBe('');
    });
  });

  test('a question may have the name of something that a form has itself', async () => {
    const names = ['action', 'method', 'target', 'id', 'submit', 'length', 'title', 'hidden'];
    await mountWith(...names.map((name) => asking({ name, label: `The ${name}?` })), email);
    for (const name of names) await field(`The ${name}?`).fill(name);
    await ada();
    await submit().click();
    await accepted();
    expect(profile().answers).toEqual(names.map((name) => ({ name, label: `The ${name}?`, value: name })));
  });

  test.each(['reset', 'elements'])('a question may even be called %s', async (name) => {
    await mountWith(asking({ name }), email);
    await field('Own?').fill('x');
    await ada();
    await submit().click();
    await accepted();
    expect(profile().answers).toEqual([{ name, label: 'Own?', value: 'x' }]);
  });
});

describe('in the owner’s own form', () => {
  const [, [, mountForm]] = bothForms;
  test.each([
    ['text', 'abc'],
    ['tel', '0212345'],
  ] as const)('the `title` of a %s with a pattern says what is wrong', async (type, typed) => {
    const element = await mountForm({ fields: [asking({ type, pattern: '[+]39.*' }), email] });
    const [control] = controlsIn(element, 'own');
    control!.title = 'Begin with +39';
    await field('Own?').fill(typed);
    await submit().click();
    await expect.poll(() => noteOf(element, 'own')).toBe('Begin with +39');
  });

  test('what an owner’s script finds wrong is said in its own words', async () => {
    const element = await mountForm({ fields: [asking({}), email] });
    const [control] = controlsIn(element, 'own');
    control!.setCustomValidity('Not on Sundays.');
    await field('Own?').fill('Sunday');
    await submit().click();
    await expect.poll(() => noteOf(element, 'own')).toBe('Not on Sundays.');
  });

  test('a box that has to be ticked is asked for', async () => {
    const element = await mountForm({ endpoint: receiver.endpoint, fields: [email] });
    controlsIn(element, 'email')[0]!.parentElement!.insertAdjacentHTML(
      'afterend',
      '<label><input type="checkbox" name="terms" value="yes" required> I agree to the terms.</label>',
    );
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.poll(() => page.getByText(errors.choose).elements().length).toBe(1);
    expect(receiver.received).toEqual([]);
    await page.getByLabelText('I agree to the terms.').click();
    await submit().click();
    await accepted();
    expect(profile().answers).toEqual([{ name: 'terms', label: 'I agree to the terms.', value: 'yes' }]);
  });

  test('no password and no file travels', async () => {
    const element = await mountForm({ endpoint: receiver.endpoint, fields: [email] });
    controlsIn(element, 'email')[0]!.insertAdjacentHTML(
      'afterend',
      '<input type="password" name="word" value="canary"><input type="file" name="cv">',
    );
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await accepted();
    expect(receiver.received[0]!.body).not.toContain('canary');
    expect(profile()).toEqual({ email: 'ada@shop.example' });
  });
});
