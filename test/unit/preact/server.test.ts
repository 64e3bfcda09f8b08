import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { LeadForm, RoiCalculator } from '../../../src/preact/index.ts';

test('on a server there is the bare tag with what is put into it, and nothing is touched', () => {
  const before = Object.keys(globalThis);
  const page = h(
    'main',
    null,
    h(RoiCalculator, { currency: 'EUR', values: { media: 800 }, onRoiCalculate: () => {} }),
    h(
      LeadForm,
      { id: 'ask', endpoint: '/api/leads', fields: ['email'] },
      h('h2', { slot: 'heading' }, 'Ask us'),
    ),
  );
  expect(renderToString(page)).toBe(
    '<main><roi-calculator></roi-calculator><lead-form id="ask"><h2 slot="heading">Ask us</h2></lead-form></main>',
  );
  expect(Object.keys(globalThis)).toEqual(before);
});
