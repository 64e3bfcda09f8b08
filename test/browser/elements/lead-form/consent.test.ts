import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator, form } from '../../../../src/locales/en.ts';
import { field, fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { setUpReceiver } from '../../../support/receiver.ts';
import { recompute } from '../../../support/recompute.ts';

const receiver = setUpReceiver();
const profiled = ['attribution', 'engagement', 'calculation'] as const;

/** A visitor who has used the calculator and left their details, with boxes ticked or not. */
async function visitorAsks({ boxes }: { boxes: string[] }) {
  await mount(
    'lead-form',
    `<roi-calculator></roi-calculator>
     <lead-form endpoint="${receiver.endpoint}" fields="name email" policy-url="https://shop.example/privacy"
       policy-version="2026-11"></lead-form>`,
  );
  const calculated = new Promise((resolve) =>
    document.body.addEventListener('roi-calculate', resolve, { once: true }),
  );
  await page.getByRole('textbox', { name: calculator.inputs.media, exact: true }).fill('4,000');
  await calculated;
  await fillIn();
  for (const box of boxes) await field(box).click();
  await submit().click();
  await expect.element(page.getByText(form.states.accepted)).toBeVisible();
  return receiver.received[0]!.lead;
}

test('without the profiling box, nothing about the visit travels, not even in the score', async () => {
  const lead = await visitorAsks({ boxes: [form.consent.marketing] });
  for (const part of profiled) expect(lead).not.toHaveProperty(part);
  expect(lead.score).toMatchObject({ interest: 0 });
  expect(lead.consents.map(({ purpose, granted }) => [purpose, granted])).toEqual([
    ['marketing', true],
    ['profiling', false],
  ]);
});

test('with it the visit travels, and the calculation recomputes', async () => {
  const lead = await visitorAsks({ boxes: [form.consent.profiling] });
  for (const part of profiled) expect(lead).toHaveProperty(part);
  expect(lead.score!.reasons).toContainEqual({ rule: 'calculation', points: 10 });
  expect(lead.calculation!.inputs).toMatchObject({ costs: { media: 4000 } });
  expect(recompute(lead.calculation!)).toEqual(lead.calculation!.results);
});

test('the proof names the words, their version, the policy and the moment', async () => {
  const before = Date.now();
  const { consents } = await visitorAsks({ boxes: [] });
  expect(consents).toHaveLength(2);
  for (const { purpose, granted, text, version, policyUrl, at } of consents) {
    expect({ granted, text, version, policyUrl }).toEqual({
      granted: false,
      text: form.consent[purpose as keyof typeof form.consent],
      version: '2026-11',
      policyUrl: 'https://shop.example/privacy',
    });
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
  }
});
