import type { Store } from '../store/store.ts';
import type { Upload } from '../store/tables.ts';
import type { FileResult } from './counts.ts';
import type { Keeping } from './keep-outcomes.ts';
import { saveMapping } from './mappings.ts';
import { importOutcomes } from './outcome-file.ts';
import { packed, unpacked } from './packed.ts';
import type { RefusedRow, RowContext } from './read-row.ts';
import { importSpend } from './spend-file.ts';
import { takeUpload } from './uploads.ts';

/** Rows that were refused, as they are kept for whoever mends them. */
export interface RefusedFile {
  header: string[];
  rows: RefusedRow[];
}

const packedRows = async (header: string[], rows: readonly RefusedRow[]): Promise<string> =>
  rows.length === 0 ? '' : packed(Buffer.from(JSON.stringify({ header, rows })));

export const unpackedRows = async (text: string): Promise<RefusedFile | null> =>
  text === '' ? null : (JSON.parse(Buffer.from(await unpacked(text)).toString()) as RefusedFile);

/**
 * Lets a file go, reads it in, and puts down what came of it and how it was read. Whoever is interrupted brings it
 * again: nothing is there twice.
 * @returns the import's id, or `null` if somebody else was quicker
 */
export async function runImport(
  store: Store,
  upload: Pick<Upload, 'id' | 'kind' | 'file'>,
  context: RowContext,
  keeping: Keeping,
): Promise<number | null> {
  const { by, now } = keeping;
  const { kind, file } = upload;
  if (!(await store.change((change) => takeUpload(change, upload.id)))) return null;
  const result: FileResult =
    kind === 'spend' ? await importSpend(store, context) : await importOutcomes(store, context, keeping);
  const { header } = context.sheet;
  const refused_rows = await packedRows(header, result.refused);
  return store.change(async (change) => {
    await saveMapping(change, kind, header, context.reading, now);
    const { id } = await change
      .insertInto('imports')
      .values({
        at: now.toISOString(),
        account_id: by.id,
        kind,
        file,
        ...result.counts,
        refused: result.refused.length,
        refused_rows,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}
