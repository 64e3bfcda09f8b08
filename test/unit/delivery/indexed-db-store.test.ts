import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { indexedDbStore } from '../../../src/delivery/indexed-db-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a database that says nothing counts as none after five seconds', async () => {
  const silent = () => ({ open: () => ({}) }) as unknown as IDBFactory;
  const ended = vi.fn();
  indexedDbStore({ factory: silent })
    .transact(() => {})
    .catch(ended);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledOnce();
});

test('so does one whose mere look throws', async () => {
  const denied = () => {
    throw new DOMException('Denied', 'SecurityError');
  };
  await expect(indexedDbStore({ factory: denied }).transact(() => {})).rejects.toThrow('Denied');
});
