import '../../../src/define.ts';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { registerLocale } from '../../../src/i18n/locales.ts';
import * as en from '../../../src/locales/en.ts';
import { leadFormConfigSchema, parseEnvelope } from '../../../src/schema.ts';
import { field, fillIn, submit } from '../../support/form-on-page.ts';
import { mount } from '../../support/mount.ts';
import { setUpReceiver } from '../../support/receiver.ts';

// The recipe: its name among the lines of a profile, ...
vi.mock('../../../src/lead/profile.ts', async (original) => {
  const profile = await original<typeof import('../../../src/lead/profile.ts')>();
  return { ...profile, profileLines: [...profile.profileLines, 'city'] };
});

// ... one row of what the browser has to know of it, ...
vi.mock('../../../src/form/field-types.ts', async (original) => {
  const types = await original<typeof import('../../../src/form/field-types.ts')>();
  return { ...types, fieldTypes: { ...types.fieldTypes, city: { autocomplete: 'address-level2' } } };
});

// ... and its word.
registerLocale('en', {
  form: { ...en.form, fields: { ...en.form.fields, city: 'City' } as typeof en.form.fields },
});

const receiver = setUpReceiver();

test('a field that is one more row is asked for, sent, and accepted by the contract', async () => {
  await mount('lead-form', `<lead-form endpoint="${receiver.endpoint}" fields="email city?"></lead-form>`);
  await expect.element(field('City')).toHaveAttribute('autocomplete', 'address-level2');
  await fillIn({ email: 'ada@shop.example' });
  await field('City').fill(' Torino ');
  await submit().click();
  await expect.element(page.getByText(en.form.states.accepted)).toBeVisible();

  const [{ lead }] = receiver.received as [(typeof receiver.received)[number]];
  expect(lead.profile).toEqual({ email: 'ada@shop.example', city: 'Torino' });
  const received = parseEnvelope(lead);
  expect(received).toMatchObject({ ok: true, envelope: { profile: { city: 'Torino' } } });
  expect(leadFormConfigSchema.safeParse({ fields: ['email', 'city?'] }).success).toBe(true);
});
