import { describe, expect, test } from 'vitest';
import { tabStorage as storageOf } from '../../../src/visit/tab-storage.ts';

/** A page of its own, unless it is to be one that others have written to. */
const tabStorage = (session: () => Storage, memory = new Map<string, string>()) =>
  storageOf(session, () => memory);

/** The part of `Storage` that is used. */
function fakeSession(changes: Partial<Storage> = {}): Storage {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
    ...changes,
  } as Storage;
}
const fail = (): never => {
  throw new DOMException('Denied', 'SecurityError');
};

test('what is written is read again, by another one of the same tab as well', () => {
  const session = fakeSession();
  tabStorage(() => session).write('visit', { pages: 2 });
  expect(tabStorage(() => session).read('visit')).toEqual({ pages: 2 });
});

test('what was never written is null', () => {
  expect(tabStorage(() => fakeSession()).read('visit')).toBeNull();
});

test('keys are our own', () => {
  const session = fakeSession();
  tabStorage(() => session).write('visit', 1);
  expect(session.getItem('unisono:visit')).toBe('1');
});

describe('without storage it remembers for as long as the page lives', () => {
  test.each([
    ['the look at it throws', fail],
    ['reading and writing throw', () => fakeSession({ getItem: fail, setItem: fail })],
    ['it is full', () => fakeSession({ setItem: fail })],
    ['there is none', () => undefined as unknown as Storage],
  ])('%s', (_, session) => {
    const storage = tabStorage(session);
    expect(storage.read('visit')).toBeNull();
    storage.write('visit', { pages: 2 });
    expect(storage.read('visit')).toEqual({ pages: 2 });
  });
});

test('what it can hold no more is not read again as if it still were so', () => {
  let isFull = false;
  const texts = fakeSession();
  const session = fakeSession({
    ...texts,
    setItem: (key, text) => (isFull ? fail() : texts.setItem(key, text)),
  });
  const storage = tabStorage(() => session);
  storage.write('visit', { pages: 1 });
  isFull = true;
  storage.write('visit', { pages: 2 });
  expect(storage.read('visit')).toEqual({ pages: 2 });
  expect(tabStorage(() => session).read('visit')).toBeNull();
});

test('what somebody else left there is passed over', () => {
  const session = fakeSession({ getItem: () => '{ broken' });
  expect(tabStorage(() => session).read('visit')).toBeNull();
});

describe('what only this page may know', () => {
  test('is in its memory, for every script on it, and not in the tab', () => {
    const session = fakeSession();
    const memory = new Map<string, string>();
    tabStorage(() => session, memory).write('trail', { pages: 2 }, false);
    expect(tabStorage(() => session, memory).read('trail')).toEqual({ pages: 2 });
    expect(tabStorage(() => session).read('trail')).toBeNull();
    expect(session.getItem('unisono:trail')).toBeNull();
  });

  test('takes what the tab had with it', () => {
    const session = fakeSession();
    const storage = tabStorage(() => session);
    storage.write('trail', { pages: 2 });
    storage.write('trail', { pages: 3 }, false);
    expect(storage.read('trail')).toEqual({ pages: 3 });
    expect(session.getItem('unisono:trail')).toBeNull();
  });
});

test('what is forgotten is gone from the tab and from memory', () => {
  const session = fakeSession();
  const storage = tabStorage(() => session);
  storage.write('trail', { pages: 2 });
  storage.write('trail', undefined);
  expect(storage.read('trail')).toBeNull();
  expect(session.getItem('unisono:trail')).toBeNull();
});

test('the scripts of one page share what they know, though each has modules of its own', () => {
  const denied = fakeSession({ getItem: fail, setItem: fail });
  storageOf(() => denied).write('trail', { pages: 2 }, false);
  expect(storageOf(() => denied).read('trail')).toEqual({ pages: 2 });
  storageOf(() => denied).write('trail', undefined);
});
