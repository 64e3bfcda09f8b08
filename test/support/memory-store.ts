import type { OutboxRecord } from '../../src/delivery/outbox-record.ts';
import type { Store } from '../../src/delivery/store.ts';

/** A store that lasts as long as the test; `records` is what it holds, by id. */
export function memoryStore(records = new Map<string, OutboxRecord>()): Store & {
  records: Map<string, OutboxRecord>;
} {
  return {
    records,
    async transact(step, id) {
      const found = [...records.values()].filter((record) => id === undefined || record.id === id);
      return step(structuredClone(found), (key, record) => {
        if (record) records.set(key, structuredClone(record));
        else records.delete(key);
      });
    },
  };
}
