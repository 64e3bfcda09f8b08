import '../../../../src/define.ts';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { LeadForm } from '../../../../src/elements/lead-form/lead-form.ts';
import { form as en } from '../../../../src/locales/en.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { beBusy, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
const spamOf = (at = 0) => receiver.received[at]!.lead.spam;
const send = async () => {
  await field('E-mail').fill('ada@shop.example');
  await submit().click();
};
const accepted = () => expect.element(page.getByText(en.states.accepted)).toBeVisible();

/** What a service's script leaves in its widget: the place, and the token once it is solved. */
const widget = (name: string, token: string) => `<input type="hidden" name="${name}" value="${token}">`;
const own = (inner: string) =>
  `<form><label>E-mail <input name="email" type="email" required></label>${inner}<button>${en.submit}</button></form>`;
const mountWith = (child: string) =>
  mount('lead-form', `<lead-form endpoint="${receiver.endpoint}" fields="email">${child}</lead-form>`);

describe('the token of a service goes with the request, and is no answer', () => {
  test.each([
    [
      'Turnstile, in the owner’s form',
      'cf-turnstile-response',
      own(`<div class="cf-turnstile">${widget('cf-turnstile-response', 'T')}</div>`),
    ],
    [
      'hCaptcha, in the owner’s form',
      'h-captcha-response',
      own(`<div class="h-captcha">${widget('h-captcha-response', 'T')}</div>`),
    ],
    [
      'ALTCHA, in the slot of a form of ours',
      'altcha',
      `<div slot="challenge">${widget('altcha', 'T')}</div>`,
    ],
  ])('%s', async (_, name, child) => {
    await mountWith(child);
    await send();
    await accepted();
    expect(spamOf().challenge).toEqual({ name, token: 'T' });
    expect(receiver.received[0]!.lead.profile).not.toHaveProperty('answers');
  });
});

test('a challenge that was not solved marks the lead, and drops nothing', async () => {
  await mountWith(own('<div class="cf-turnstile"></div>'));
  await send();
  await accepted();
  expect(spamOf()).toMatchObject({ signals: expect.arrayContaining(['challenge-missing']) });
  expect(spamOf()).not.toHaveProperty('challenge');
});

test('without a challenge on the page a lead says nothing of one', async () => {
  await mountWith(own(''));
  await send();
  await accepted();
  expect(JSON.stringify(spamOf())).not.toContain('challenge');
});

describe('a service that wants to be asked by script', () => {
  test('is asked for each try anew', async () => {
    let count = 0;
    receiver.will(beBusy);
    const element = await mountWith(own(''));
    element.solveChallenge = async () => `token ${++count}`;
    await send();
    await expect.element(page.getByText(en.states.queued)).toBeVisible();
    dispatchEvent(new Event('online'));
    await expect.poll(() => receiver.received.length).toBe(2);
    expect([0, 1].map((at) => spamOf(at).challenge?.token)).toEqual(['token 1', 'token 2']);
    expect(receiver.received[0]!.lead.id).toBe(receiver.received[1]!.lead.id);
  });

  test('may be set long after the form came', async () => {
    const element = await mountWith(own(''));
    // The form has looked for a challenge by then, and found none.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    element.solveChallenge = async () => 'late';
    await send();
    await accepted();
    expect(spamOf().challenge).toEqual({ name: 'own', token: 'late' });
  });

  test('may be set before the element knows what it is', async () => {
    const element = document.implementation.createHTMLDocument().createElement('lead-form') as LeadForm;
    element.solveChallenge = async () => 'early';
    element.endpoint = receiver.endpoint;
    element.config = { fields: ['email'] };
    sessionStorage.clear();
    document.documentElement.lang = 'en';
    document.body.replaceChildren(element);
    await send();
    await accepted();
    expect(spamOf().challenge).toEqual({ name: 'own', token: 'early' });
  });
});
