import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { configuredSteps, ownSteps } from '../support/own-form.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { walkSteps } from '../support/walk-steps.ts';

const stage = setStage();
const { resolve } = createRequire(import.meta.url);

/** What pages do to all that stands on them, from the most thorough to what is on half of the web. */
const sheets = {
  'a page that unsets everything': '* { all: unset !important }',
  'a page that shows everything': '* { display: block !important; visibility: visible !important }',
  'a page that lays out whatever is in a form':
    'form, form * { position: static !important; display: flex !important; opacity: 1 !important }',
  Bootstrap: readFileSync(resolve('bootstrap/dist/css/bootstrap.css'), 'utf8'),
  'Tailwind’s preflight': readFileSync(resolve('tailwindcss/preflight.css'), 'utf8'),
};

const forms = {
  'a form from configuration': configuredSteps,
  'an owner’s form': `<form>${ownSteps}</form>`,
};

const cases = Object.keys(sheets).flatMap((sheet) =>
  Object.keys(forms).map((form) => [form, sheet] as [keyof typeof forms, keyof typeof sheets]),
);

test.each(cases)('%s can be filled in and sent on %s, and shows what it asks alone', async (form, sheet) => {
  const { site, collector } = stage;
  site.put('/hostile.css', { body: sheets[sheet] });
  const url = site.put('/hostile', {
    body: ownerPage({
      head: '<link rel="stylesheet" href="/hostile.css">',
      script: 'unisono-form.js',
      body: `<lead-form endpoint="${collector.origin}/api/leads">${forms[form]}</lead-form>`,
    }),
  });
  const before = (await storedLeads(collector)).length;
  const page = await stage.open(url);
  await walkSteps(page);
  const leads = await storedLeads(collector);
  expect(leads).toHaveLength(before + 1);
  expect(leads[0]!.envelope.profile).toMatchObject({
    email: 'ada@shop.example',
    answers: [
      { name: 'service', value: 'audit' },
      { name: 'site', value: 'https://shop.example/' },
    ],
  });
});
