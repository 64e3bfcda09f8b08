import { expect, test } from 'vitest';
import { endpointOf } from '../../../src/delivery/destination.ts';
import { destinationsFor, type Route } from '../../../src/delivery/route.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

const at = (path: string, when?: string): Route => ({ to: endpointOf(path, 'https://shop.example')!, when });
const answers = [{ name: 'service', label: 'Which?', value: ['audit', 'build'] }];
const envelope = buildEnvelope({ profile: { email: 'ada@shop.example', answers } });

const pathsOf = (...routes: Route[]) =>
  destinationsFor(envelope, routes).map(({ url }) => url.replace('https://shop.example', ''));

test('a lead goes to every receiver that asks for nothing, and to those whose condition holds', () => {
  expect(pathsOf(at('/all'), at('/audits', 'service=audit'), at('/ads', 'service=ads'), at('/too'))).toEqual([
    '/all',
    '/audits',
    '/too',
  ]);
});

test.each([
  ['service=build', true],
  ['service!=build', false],
  ['temperature!=hot', true],
  ['temperature=cold|warm & pageViews>=3', true],
  ['score<=100 & consent.profiling=true', true],
  ['consent.marketing=true', false],
  ['toString', false],
])('a condition may ask for an answer, behaviour, score or consent: %s', (when, holds) => {
  expect(pathsOf(at('/all'), at('/some', when)).includes('/some')).toBe(holds);
});

test('a lead that fits nowhere goes to the first: it is not lost', () => {
  expect(pathsOf(at('/one', 'service=ads'), at('/two', 'service=seo'))).toEqual(['/one']);
});
