import { setImmediate as turn } from 'node:timers/promises';
import { importRoles } from '../../importing/import-fields.ts';
import { findMapping } from '../../importing/mappings.ts';
import { previewOutcomes } from '../../importing/outcome-file.ts';
import type { RowContext } from '../../importing/read-row.ts';
import { runImport } from '../../importing/run-import.ts';
import { type Sheet, sheetOf } from '../../importing/sheet-of.ts';
import { previewSpend } from '../../importing/spend-file.ts';
import { findUpload, takeUpload } from '../../importing/uploads.ts';
import { type ImportKind, importKinds, type Upload } from '../../store/tables.ts';
import type { Route, SignedIn } from '../route.ts';
import { type Draft, draftOf, layoutChosen, readingOf } from './draft.ts';
import { importsPage } from './imports-page.tsx';
import { layoutPage, mapperPage } from './mapper-page.tsx';
import { previewPage } from './preview-page.tsx';

const idOf = (text: string | undefined): number => (text && /^\d{1,15}$/.test(text) ? Number(text) : 0);

/** What a press on a button of the file's pages comes to. */
async function press(visit: SignedIn, upload: Upload, sheet: Sheet, draft: Draft): Promise<Response> {
  const { desk, account, field, c } = visit;
  const { kind } = upload;
  const show = (isMarked: boolean) => mapperPage(upload, { visit, kind, sheet, draft, isMarked });
  const pressed = field('do');
  if (draft.areOthers || (pressed !== 'preview' && pressed !== 'import')) return show(false);
  const reading = readingOf(kind, draft);
  if (!reading) return show(true);
  const now = desk.now();
  const context: RowContext = {
    sheet,
    reading,
    currency: desk.settings.currency,
    today: now.toISOString().slice(0, 10),
  };
  if (pressed === 'preview') {
    const preview = kind === 'spend' ? previewSpend : previewOutcomes;
    return previewPage(visit, upload, await preview(desk.store, context));
  }
  const id = await runImport(desk.store, upload, context, { by: account, now });
  if (id === null) return importsPage(visit, { gone: true });
  desk.log({ event: 'imported', kind, import: id, by: account.id });
  return c.redirect(`/imports/done/${id}`, 303);
}

async function answer(visit: SignedIn, kind: ImportKind): Promise<Response> {
  const { c, desk } = visit;
  const upload = await findUpload(desk.store.read, kind, idOf(c.req.param('id')));
  if (!upload) return importsPage(visit, { gone: true });
  if (c.req.method === 'POST' && visit.field('do') === 'discard') {
    await desk.store.change((change) => takeUpload(change, upload.id));
    return c.redirect('/imports', 303);
  }
  const layout = layoutChosen(visit);
  const taken = sheetOf(kind, upload.bytes, layout);
  if (!taken.ok) return layoutPage(visit, upload, layout, taken.problem);
  const { sheet } = taken;
  // To take a large file apart takes a moment; others have their turn before it is looked at.
  await turn();
  const draft = draftOf(visit, kind, sheet, await findMapping(desk.store.read, kind, sheet.header));
  if (c.req.method === 'POST') return press(visit, upload, sheet, draft);
  return mapperPage(upload, { visit, kind, sheet, draft, isMarked: false });
}

/** A file that was brought: how it is read, what would come of it, and the press that reads it in. */
export const fileRoutes: readonly Route[] = importKinds.flatMap((kind) =>
  (['GET', 'POST'] as const).map(
    (method): Route => ({
      method,
      path: `/imports/${kind}/:id`,
      roles: importRoles[kind],
      answer: (visit) => answer(visit, kind),
    }),
  ),
);
