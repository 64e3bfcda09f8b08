import type { OutboxRecord, Stored } from './outbox-record.ts';

/** Writes a record, or removes it where none is given. */
export type Write = (id: string, record?: OutboxRecord) => void;

/** Reads, decides and writes. Must not wait for anything. */
export type Step<T> = (records: Stored[], write: Write) => T;

/** Where the outbox keeps its records. */
export interface Store {
  /**
   * Takes one step, apart from every other one in this tab and in all others.
   * @param id hands the step only this record, if it is there, in place of all
   * @returns what the step returned, once what it wrote is durable. Rejects, with nothing written, where there
   *   is no durable storage (denied, full, broken, or silent for too long). Where the storage fell silent in the
   *   middle of writing, nobody knows whether it is written.
   */
  transact<T>(step: Step<T>, id?: string): Promise<T>;
}
