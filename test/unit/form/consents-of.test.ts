import { expect, test } from 'vitest';
import { consentsOf } from '../../../src/form/consents-of.ts';
import { form } from '../../../src/locales/en.ts';

const proof = { version: '7', policyUrl: 'https://shop.example/privacy', at: '2026-11-23T10:00:00.000Z' };

test.each([
  ['no box', {}, [false, false]],
  ['the first', { marketing: 'on' }, [true, false]],
  ['the second', { profiling: 'on' }, [false, true]],
  ['both', { marketing: 'on', profiling: 'on' }, [true, true]],
])('%s ticked: each box with its own answer, its own words and the proof', (_, ticked, [news, visit]) => {
  expect(consentsOf(ticked, form.consent, proof)).toEqual([
    { purpose: 'marketing', granted: news, text: form.consent.marketing, ...proof },
    { purpose: 'profiling', granted: visit, text: form.consent.profiling, ...proof },
  ]);
});
