import { expect, test } from 'vitest';
import { type Attribution, withTouch } from '../../../src/lead/attribution.ts';
import type { Touch } from '../../../src/lead/touch.ts';

const page = 'https://shop.example/';
const direct = (at: string): Touch => ({ at, page });
const tagged = (at: string): Touch => ({ at, page, utm: { source: 'newsletter' } });
const clicked = (at: string): Touch => ({ at, page, click: { name: 'gclid', value: 'g' } });
const referred = (at: string): Touch => ({ at, page, referrer: 'https://search.example/' });

const after = (...touches: Touch[]): Attribution => touches.reduce(withTouch, {} as Attribution);

test('the only arrival is first, last and current', () => {
  const only = direct('1');
  expect(after(only)).toEqual({ first: only, last: only, current: only });
});

test('the first stays the first', () => {
  expect(after(direct('1'), tagged('2'), clicked('3')).first).toEqual(direct('1'));
});

test.each([
  ['tagged', tagged('2')],
  ['clicked', clicked('2')],
  ['referred', referred('2')],
])(
  'an arrival with an origin (%s) is the last one, and a direct return does not replace it',
  (_, arrival) => {
    const { last, current } = after(direct('1'), arrival, direct('3'));
    expect(last).toEqual(arrival);
    expect(current).toEqual(direct('3'));
  },
);

test('what was known before is not changed', () => {
  const before = Object.freeze(after(tagged('1')));
  withTouch(before, clicked('2'));
  expect(before).toEqual(after(tagged('1')));
});
