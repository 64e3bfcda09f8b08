import { expect, test } from 'vitest';
import { calculatorOptions } from '../../../src/calculator/calculator-options.ts';
import { leadFormOptions } from '../../../src/form/lead-form-options.ts';
import { attributeName } from '../../../src/options/attribute-name.ts';
import { nearest } from '../../../src/options/nearest.ts';

const attributesOf = (options: object) => Object.keys(options).map(attributeName);

test.each([
  ['a letter left out', 'contoller', 'controller'],
  ['a letter too many', 'endpooint', 'endpoint'],
  ['another letter', 'varient', 'variant'],
  ['two letters in each other’s place', 'recepit', 'receipt'],
  ['a letter left out at the end', 'policy-ur', 'policy-url'],
])('%s: the name that was meant', (_, slip, meant) => {
  expect(nearest(slip, attributesOf(leadFormOptions))).toBe(meant);
});

test.each(['id', 'class', 'style', 'title', 'part', 'slot', 'hidden', 'lang', 'dir', 'role', 'tabindex'])(
  'what any element may have is no slip: %s',
  (attribute) => {
    for (const options of [leadFormOptions, calculatorOptions])
      expect(nearest(attribute, attributesOf(options))).toBeUndefined();
  },
);
