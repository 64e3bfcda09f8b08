import '../../../../src/define.ts';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form } from '../../../../src/locales/en.ts';
import { pageOutbox } from '../../../../src/visit/page-outbox.ts';
import { fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { accept, beBusy, hesitate, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();

test.each([
  ['accepted', accept],
  ['queued', beBusy],
])(
  'a form that is taken away while it sends tells the document what became of it: %s',
  async (status, answer) => {
    const heard = vi.fn();
    document.addEventListener('lead-receipt', heard);
    try {
      const { answer: late, goOn } = hesitate(answer);
      receiver.will(late);
      const element = await mount(
        'lead-form',
        `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`,
      );
      await fillIn();
      await submit().click();
      await expect.poll(() => receiver.received.length).toBe(1);
      element.remove();
      goOn();
      await expect.poll(() => heard.mock.calls.length).toBe(1);
      const { id } = receiver.received[0]!.lead;
      expect(heard.mock.calls[0]![0].detail).toMatchObject({ id, receipt: { status } });

      // Put back, it knows too.
      document.body.append(element);
      await expect.element(page.getByText(form.states[status as 'accepted'])).toBeVisible();
    } finally {
      document.removeEventListener('lead-receipt', heard);
    }
  },
);

test('what waits is not sent once its form is gone, and goes on its way from the next page that has it', async () => {
  const mountForm = () =>
    mount('lead-form', `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`);
  receiver.will(beBusy);
  const element = await mountForm();
  await fillIn();
  await submit().click();
  await expect.element(page.getByText(form.states.queued)).toBeVisible();
  element.remove();
  receiver.will(accept);
  dispatchEvent(new Event('online'));
  await pageOutbox().flush();
  expect(receiver.received).toHaveLength(1);

  await mountForm();
  await expect.poll(() => receiver.received.length).toBe(2);
  const [first, second] = receiver.received.map(({ body }) => body);
  expect(second).toBe(first);
});

test('a form that is gone says nothing of what becomes of its request later', async () => {
  const heard = vi.fn();
  document.addEventListener('lead-receipt', heard);
  receiver.will(beBusy);
  const html = `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`;
  const element = await mount('lead-form', html);
  await fillIn();
  await submit().click();
  await expect.poll(() => heard.mock.calls.length).toBe(1);
  element.remove();
  // Another form of the same page sends it.
  receiver.will(accept);
  await mount('lead-form', html);
  dispatchEvent(new Event('online'));
  await expect.poll(() => pageOutbox().list()).toEqual([]);
  await pageOutbox().flush();
  document.removeEventListener('lead-receipt', heard);
  expect(receiver.received).toHaveLength(2);
  expect(heard).toHaveBeenCalledOnce();
});
