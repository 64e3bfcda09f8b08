import { describe, expect, test } from 'vitest';
import { Ledger } from '../support/faults/ledger.ts';
import type { Received } from '../support/faulty-receiver.ts';

// The ledger that the faults are held against must notice what it is there for.

const id = '00000001-0000-4000-8000-000000000001';

const received = (message: string, changes: Partial<Received> = {}): Received => ({
  url: '/',
  headers: {},
  body: JSON.stringify({ id, message }),
  isWhole: true,
  isKept: true,
  ...changes,
});

/** What is wrong where a visitor who pressed the button was told something, and receivers have got this. */
function wrongWith(
  told: Parameters<Ledger['say']>[1] | null,
  got: readonly Received[],
  waiting: readonly string[] = [],
): string[] {
  const ledger = new Ledger(() => got);
  ledger.pressed.add(id);
  if (told) ledger.say(id, told);
  ledger.close(waiting);
  return ledger.wrong;
}

const accepted = { status: 'accepted' } as const;
const saved = { status: 'queued', trouble: 'busy', retryAt: 0 } as const;

describe('the ledger notices', () => {
  test.each([
    ['a lead that was called sent, and is not there', accepted, [], /called accepted, and is not there/],
    [
      'one that was called sent, and of which half is there',
      accepted,
      [received('a', { isWhole: false, isKept: false })],
      /called accepted, and is not there/,
    ],
    [
      'one that was called saved, and is neither there nor in the browser',
      saved,
      [],
      /sent or saved, and is lost/,
    ],
    ['one that is there in two versions', accepted, [received('a'), received('b')], /has 2 bodies/],
  ])('%s', (_, told, got, words) => {
    expect(wrongWith(told, got).join()).toMatch(words);
  });

  test('a lead that nobody has sent', () => {
    const ledger = new Ledger(() => [received('a')]);
    ledger.close([]);
    expect(ledger.wrong.join()).toMatch(/^nobody asked for/);
  });
});

test('the ledger complains of nothing that was promised and kept', () => {
  expect(wrongWith(accepted, [received('a'), received('a')])).toEqual([]);
  expect(wrongWith(saved, [], [id])).toEqual([]);
  expect(wrongWith({ status: 'unsaved', trouble: 'network' }, [])).toEqual([]);
  expect(wrongWith(null, [received('a')])).toEqual([]);
});
