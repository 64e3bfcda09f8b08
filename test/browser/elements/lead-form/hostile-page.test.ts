import '../../../../src/define.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { leadFormOptions } from '../../../../src/form/lead-form-options.ts';
import type { Envelope } from '../../../../src/lead/envelope.ts';
import { form } from '../../../../src/locales/en.ts';
import { visit } from '../../../../src/visit/visit.ts';
import { field, fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { accept, setUpReceiver } from '../../../support/receiver.ts';
import { ada } from '../../../support/visitor.ts';

const receiver = setUpReceiver();
afterEach(() => {
  vi.restoreAllMocks();
});

const mountForm = () =>
  mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email interests message"></lead-form>`,
  );
const said = { name: ada.name, email: ada.email, interests: ada.interests, message: ada.message };
/** Asks the document alone: the test's own tools trip over what these pages do. */
const says = (text: string) =>
  vi.waitFor(() => {
    const status = document.querySelector('lead-form')!.shadowRoot!.querySelector('[role=status]')!;
    if (!status.textContent!.includes(text)) throw new Error(status.textContent!);
  });

/** A lead without what is new each time. */
const lasting = ({ lead: { id, createdAt, consents, spam, ...lead } }: { lead: Envelope }) => ({
  ...lead,
  consents: consents.map(({ at, ...consent }) => consent),
});

const press = () => (submit().element() as HTMLButtonElement).click();

/** @param worsen what another script does once the fields are filled in; it answers with how to undo it */
async function sendOne(worsen: () => () => void = () => () => {}): Promise<ReturnType<typeof lasting>> {
  receiver.received.length = 0;
  await mountForm();
  await fillIn(said);
  const undo = worsen();
  try {
    press();
    await vi.waitUntil(() => receiver.received.length > 0);
  } finally {
    undo();
  }
  await says(form.states.accepted);
  expect(receiver.received).toHaveLength(1);
  return lasting(receiver.received[0]!);
}

describe('what another script puts on Object.prototype is no option of ours', () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  const evil = 'https://evil.example/leads';
  const optionsOfFetch = {
    mode: 'no-cors',
    redirect: 'error',
    method: 'PUT',
    integrity: 'sha256-AAAA',
    cache: 'only-if-cached',
  };
  /** What a kind of receiver may say, and what is stored of one. */
  const partsOfReceivers = ['adapter', 'follows', 'yes', 'needs', 'host', 'write', 'own', 'when'];
  const put = Object.entries({
    ...Object.fromEntries(partsOfReceivers.map((name) => [name, evil])),
    ...Object.fromEntries(['config', ...Object.keys(leadFormOptions)].map((name) => [name, evil])),
    ...optionsOfFetch,
  });

  test.each(put)('%s', async (name, value) => {
    const lead = await sendOne();
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    prototype[name] = value;
    try {
      expect(await sendOne()).toEqual(lead);
      expect(errors).not.toHaveBeenCalled();
    } finally {
      delete prototype[name];
    }
  });
});

test('a `toJSON` on Array.prototype leaves the lists of a lead as they are', async () => {
  const lead = await sendOne();
  expect(lead.profile.interests).toEqual([ada.interests]);
  const prototype = Array.prototype as { toJSON?: unknown };
  const worsen = () => {
    prototype.toJSON = () => 'hostile';
    return () => delete prototype.toJSON;
  };
  expect(await sendOne(worsen)).toEqual(lead);
});

describe('where a lead cannot even be made', () => {
  const receipts: unknown[] = [];
  const hear = ({ detail }: Event & { detail?: unknown }) => receipts.push(detail);
  beforeEach(() => {
    receipts.length = 0;
    document.addEventListener('lead-receipt', hear);
  });
  afterEach(() => document.removeEventListener('lead-receipt', hear));

  test('the person hears of it, keeps what they wrote, and can try again', async () => {
    await mountForm();
    await fillIn(said);
    const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation(() => {
      throw new Error('hostile');
    });
    await submit().click();
    await says(form.states.unsaved);
    await expect.element(field(form.fields.message)).toHaveValue(ada.message);
    const receipt = { status: 'unsaved', trouble: 'malformed' };
    expect(receipts).toEqual([{ id: '', receipt, receipts: [receipt] }]);

    random.mockRestore();
    receiver.will(accept);
    await page.getByRole('button', { name: form.retry }).click();
    await says(form.states.accepted);
    expect(receiver.received).toHaveLength(1);
  });
});

describe('a damaged entry in the tab’s storage keeps nobody from asking', () => {
  test.each([
    '{ broken',
    '7',
    '"visit"',
    '[]',
    'true',
    '{"attribution":null,"engagement":null,"page":null}',
    '{"attribution":{"first":7,"last":{"page":1},"current":{"at":1,"page":"https://a.example/"}}}',
    '{"engagement":{"pageViews":"many","activeSeconds":null,"ctaClicks":{},"calculations":-1e999}}',
    '{"calculation":"none","page":{}}',
    '{"calculation":{"model":7}}',
  ])('%s', async (entry) => {
    visit.keep(undefined);
    for (const key of ['trail', 'calculation', 'consent']) sessionStorage.setItem(`unisono:${key}`, entry);
    await mountForm();
    await fillIn(said);
    await page.getByLabelText(form.consent.profiling).click();
    await submit().click();
    await says(form.states.accepted);
    const { attribution, engagement, calculation } = receiver.received[0]!.lead;
    expect(calculation).toBeUndefined();
    for (const touch of Object.values(attribution!)) expect(typeof touch.at).toBe('string');
    expect(Object.values(engagement!).every((count) => Number.isFinite(count) && count >= 0)).toBe(true);
  });
});
