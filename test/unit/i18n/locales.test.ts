import { beforeEach, expect, test, vi } from 'vitest';
import type { Messages } from '../../../src/i18n/messages.ts';

/** Only what tells one language from the other. */
const words = (heading: string) => ({ heading }) as Messages['form'] & Messages['calculator'];

let { registerLocale, knownLanguages, messagesFor }: typeof import('../../../src/i18n/locales.ts') =
  {} as never;
beforeEach(async () => {
  vi.resetModules();
  ({ registerLocale, knownLanguages, messagesFor } = await import('../../../src/i18n/locales.ts'));
});

test('nothing is spoken before somebody teaches it, and that is said', () => {
  expect(knownLanguages()).toEqual([]);
  expect(() => messagesFor('form', 'en')).toThrow(
    'No language registered for form: call registerLocale() first.',
  );
});

test('languages come one at a time, in their order, and in parts', () => {
  registerLocale('it', { form: words('Scrivici') });
  registerLocale('en', { form: words('Write to us') });
  registerLocale('it', { calculator: words('Quanto rende?') });
  expect(knownLanguages()).toEqual(['it', 'en']);
  expect(messagesFor('form', 'it').heading).toBe('Scrivici');
  expect(messagesFor('calculator', 'it').heading).toBe('Quanto rende?');
});

test.each([
  ['en', 'Write to us'],
  ['en-GB', 'Write to us'],
  ['EN-us', 'Write to us'],
  ['de', 'Scrivici'],
  ['', 'Scrivici'],
])('%s is spoken as “%s”: by its language, else in the first that there is', (tag, heading) => {
  registerLocale('it', { form: words('Scrivici') });
  registerLocale('en', { form: words('Write to us') });
  expect(messagesFor('form', tag).heading).toBe(heading);
});

test('an element that speaks only one language speaks that one, whatever is asked for', () => {
  registerLocale('it', { form: words('Scrivici') });
  registerLocale('en', { calculator: words('What comes back?') });
  expect(messagesFor('calculator', 'it').heading).toBe('What comes back?');
});

test('a language can be taught anew', () => {
  registerLocale('en', { form: words('Write to us') });
  registerLocale('en', { form: words('Ask us') });
  expect(messagesFor('form', 'en').heading).toBe('Ask us');
  expect(knownLanguages()).toEqual(['en']);
});
