import { cleanup, fireEvent, render } from '@testing-library/preact';
import { createRef, hydrate } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import {
  LeadForm,
  type LeadFormElement,
  type LeadReceipt,
  useLeadReceipt,
} from '../../../src/preact/index.ts';
import { pageOutbox } from '../../../src/visit/page-outbox.ts';

afterEach(cleanup);

/** Nobody listens there. */
const endpoint = 'http://127.0.0.1:9/leads';

const within = (form: LeadFormElement) => form.shadowRoot!;
const labels = (form: LeadFormElement) =>
  Array.from(within(form).querySelectorAll('.fields label'), ({ textContent }) => textContent);

async function ask(form: LeadFormElement): Promise<void> {
  await form.updateComplete;
  const input = within(form).querySelector<HTMLInputElement>('[name=email]')!;
  input.value = 'ada@example.com';
  fireEvent.click(within(form).querySelector('.primary')!);
}

test('registers the element when the first one is rendered', async () => {
  expect(customElements.get('lead-form')).toBeUndefined();
  const form = createRef<LeadFormElement>();
  render(
    <LeadForm ref={form} endpoint={endpoint} fields={['email', 'phone?']} texts={{ submit: 'Write' }} />,
  );
  await form.current!.updateComplete;
  expect(labels(form.current!)).toEqual(['E-mail', 'Phone']);
  expect(within(form.current!).querySelector('.primary')!.textContent!.trim()).toBe('Write');
  expect(form.current!.receivers[0]!.url).toBe(endpoint);
});

test('follows its properties, and keeps what a person has typed', async () => {
  const form = createRef<LeadFormElement>();
  const { rerender } = render(<LeadForm ref={form} endpoint={endpoint} unreadable locale="en" />);
  await form.current!.updateComplete;
  const email = within(form.current!).querySelector<HTMLInputElement>('[name=email]')!;
  email.value = 'ada@example.com';

  rerender(<LeadForm ref={form} endpoint="/other" locale="it" />);
  await form.current!.updateComplete;
  expect(labels(form.current!)).toContain('Messaggio');
  expect(form.current!.receivers[0]).toMatchObject({ url: `${location.origin}/other`, readable: true });
  expect(within(form.current!).querySelector<HTMLInputElement>('[name=email]')!.value).toBe(
    'ada@example.com',
  );
});

test('tells its latest handler, and whoever listens elsewhere on the page', async () => {
  const earlier = vi.fn<(event: CustomEvent<LeadReceipt>) => void>();
  const onLeadReceipt = vi.fn<(event: CustomEvent<LeadReceipt>) => void>();
  const Thanks = () => <p>{useLeadReceipt()?.receipt.status ?? 'nothing yet'}</p>;
  const page = (handler: typeof onLeadReceipt) => (
    <>
      <LeadForm endpoint={endpoint} fields="email" onLeadReceipt={handler} />
      <Thanks />
    </>
  );
  const { container, rerender, findByText, getByText } = render(page(earlier));
  getByText('nothing yet');
  rerender(page(onLeadReceipt));

  await ask(container.querySelector('lead-form')!);
  await findByText('queued');
  const { id, receipt } = onLeadReceipt.mock.calls[0]![0].detail;
  expect(receipt).toMatchObject({ status: 'queued', trouble: 'network' });
  expect(earlier).not.toHaveBeenCalled();
  await pageOutbox().discard(id);
});

test('tells of an option that is not understood', async () => {
  const onUnisonoProblem = vi.fn();
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  render(<LeadForm endpoint={endpoint} fields="fax" onUnisonoProblem={onUnisonoProblem} />);
  await vi.waitFor(() => expect(onUnisonoProblem).toHaveBeenCalled());
  expect(onUnisonoProblem.mock.calls[0]![0].detail.option).toBe('fields.fax');
  said.mockRestore();
});

test('passes on what any element takes, and children into their slots', async () => {
  const { container } = render(
    <LeadForm id="ask" class="wide" data-area="footer" endpoint={endpoint}>
      <h2 slot="heading">Ask us</h2>
    </LeadForm>,
  );
  const form = container.querySelector<LeadFormElement>('#ask.wide[data-area=footer]')!;
  expect(form.getAttributeNames().sort()).toEqual(['class', 'data-area', 'id']);
  await form.updateComplete;
  const slot = within(form).querySelector<HTMLSlotElement>('slot[name=heading]')!;
  expect(slot.assignedElements()).toEqual([form.querySelector('h2')]);
});

test('keeps a reference in place, and lets go of it at the end', () => {
  const held = vi.fn();
  const { unmount, rerender } = render(<LeadForm ref={held} endpoint={endpoint} />);
  rerender(<LeadForm ref={held} endpoint="/other" />);
  expect(held).toHaveBeenCalledTimes(1);

  const form = createRef<LeadFormElement>();
  rerender(<LeadForm ref={form} endpoint="/other" />);
  expect(held).toHaveBeenLastCalledWith(null);
  const element = form.current!;
  expect(element.isConnected).toBe(true);
  unmount();
  expect(form.current).toBeNull();
  expect(element.isConnected).toBe(false);
});

test('takes over what a server has rendered', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const served = root.appendChild(document.createElement('lead-form'));
  served.id = 'served';
  hydrate(<LeadForm id="served" endpoint={endpoint} fields="email" />, root);
  await served.updateComplete;
  expect(root.firstElementChild).toBe(served);
  expect(labels(served)).toEqual(['E-mail']);
  expect(served.receivers[0]!.url).toBe(endpoint);
  root.remove();
});
