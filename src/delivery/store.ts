import type { OutboxRecord } from './outbox-record.ts';

/** What a store really holds: only its key is certain. Another version of the script may have written it. */
export interface Stored {
  id: string;
}

/** Where the outbox keeps its records. */
export interface Store {
  /**
   * One atomic step of reading, deciding and writing, apart from every other one, in this tab and in all others.
   * @param work is handed all records, or only the one with `id`, and may `write(id, record)`, or `write(id)` to
   *   remove one. It must not wait for anything.
   * @returns what `work` returned, once what it wrote is durable. Rejects, with nothing written, where there is
   *   no durable storage (denied, full, broken, or silent for too long).
   */
  transact<T>(work: (records: Stored[], write: Write) => T, id?: string): Promise<T>;
}

export type Write = (id: string, record?: OutboxRecord) => void;
