import { describe, expect, test } from 'vitest';
import { isGranted, isRefused } from '../../../src/lead/consent.ts';
import { consentTo } from '../../support/envelope-builder.ts';

test('nothing is granted that was not asked for', () => {
  expect(isGranted([], 'profiling')).toBe(false);
  expect(isGranted([consentTo('marketing')], 'profiling')).toBe(false);
});

test('a ticked box grants its purpose and no other', () => {
  const consents = [consentTo('marketing', false), consentTo('profiling')];
  expect(isGranted(consents, 'profiling')).toBe(true);
  expect(isGranted(consents, 'marketing')).toBe(false);
});

test('the last word counts', () => {
  expect(isGranted([consentTo('profiling'), consentTo('profiling', false)], 'profiling')).toBe(false);
  expect(isGranted([consentTo('profiling', false), consentTo('profiling')], 'profiling')).toBe(true);
});

test('only a plain yes is a yes', () => {
  const nearly = { ...consentTo('profiling'), granted: 1 as unknown as boolean };
  expect(isGranted([nearly], 'profiling')).toBe(false);
});

describe('a purpose is refused', () => {
  test('by a no, and not by silence', () => {
    expect(isRefused([], 'scoring')).toBe(false);
    expect(isRefused([consentTo('profiling', false)], 'scoring')).toBe(false);
    expect(isRefused([consentTo('scoring', false)], 'scoring')).toBe(true);
    expect(isRefused([consentTo('scoring')], 'scoring')).toBe(false);
  });

  test('by the last word', () => {
    expect(isRefused([consentTo('scoring', false), consentTo('scoring')], 'scoring')).toBe(false);
    expect(isRefused([consentTo('scoring'), consentTo('scoring', false)], 'scoring')).toBe(true);
  });

  test('by whatever is no plain yes', () => {
    const nearly = { ...consentTo('scoring'), granted: 1 as unknown as boolean };
    expect(isRefused([nearly], 'scoring')).toBe(true);
  });
});
