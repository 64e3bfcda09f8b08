import type { Change, Queries } from '../store/store.ts';
import type { ImportKind, Upload } from '../store/tables.ts';
import { packed, unpacked } from './packed.ts';

/** Bytes that a file may weigh. */
export const largestFile = 5_000_000;

/** Characters of a file's name that are kept. */
const longestName = 200;

export interface NewUpload {
  kind: ImportKind;
  file: string;
  bytes: Uint8Array;
  /** The account that brings it. */
  by: number;
}

/**
 * Puts a file away until it is read.
 * @returns what keeps it within a change
 */
export async function uploadOf({ kind, file, bytes, by }: NewUpload, now: Date) {
  const row = {
    at: now.toISOString(),
    account_id: by,
    kind,
    file: file.slice(0, longestName),
    content: await packed(bytes),
  };
  return async (change: Change): Promise<number> =>
    (await change.insertInto('uploads').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

/** Takes a file that was put away; `false` if somebody else was quicker. */
export async function takeUpload(change: Change, id: number): Promise<boolean> {
  const taken = await change.deleteFrom('uploads').where('id', '=', id).returning('id').execute();
  return taken.length > 0;
}

/** A file that was put away, with its bytes; `null` once it was read, or is a day old. */
export async function findUpload(
  read: Queries,
  kind: ImportKind,
  id: number,
): Promise<(Upload & { bytes: Uint8Array }) | null> {
  const upload = await read
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return upload ? { ...upload, bytes: await unpacked(upload.content) } : null;
}
