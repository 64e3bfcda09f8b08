import type { Frame, Page } from 'playwright';
import { expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { ada } from '../support/visitor.ts';

const stage = setStage();

/** A page that shows a form in a frame which may run scripts, and may not submit forms. */
async function openFrame(): Promise<{ page: Page; frame: Frame }> {
  const { site, collector } = stage;
  const body = `<lead-form endpoint="${collector.origin}/api/leads" fields="name email"></lead-form>`;
  const form = site.put('/in-a-frame', { body: ownerPage({ body }) });
  const page = await stage.open(
    site.put('/with-a-frame', {
      body: `<!doctype html><iframe sandbox="allow-scripts" width="600" height="700" src="${form}"></iframe>`,
    }),
  );
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1]!;
  await frame.getByLabel('Name', { exact: true }).fill(ada.name);
  await frame.getByLabel('E-mail', { exact: true }).fill(ada.email);
  return { page, frame };
}

test.each([
  ['the button', ({ frame }) => frame.getByRole('button', { name: form.submit }).click()],
  ['Enter', ({ page }) => page.keyboard.press('Enter')],
] as [string, (open: { page: Page; frame: Frame }) => Promise<void>][])(
  'in a sandboxed frame that forbids forms, %s sends the lead',
  async (_, press) => {
    const before = await storedLeads(stage.collector);
    const open = await openFrame();
    await press(open);
    await open.frame.getByText(form.states.accepted).waitFor();
    const leads = await storedLeads(stage.collector);
    expect(leads).toHaveLength(before.length + 1);
    expect(leads[0]!.envelope.profile.name).toBe(ada.name);
  },
);
