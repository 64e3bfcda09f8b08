import { importRoles } from '../../importing/import-fields.ts';
import { sheetOf } from '../../importing/sheet-of.ts';
import { largestFile, uploadOf } from '../../importing/uploads.ts';
import { plainText } from '../../plain-text.ts';
import { type ImportKind, importKinds } from '../../store/tables.ts';
import type { Route, SignedIn } from '../route.ts';
import { importsPage } from './imports-page.tsx';

/** Bytes of a form with a file that is too large: so much is still heard out, and answered beside the field. */
const mostBytes = largestFile + 3_000_000;

/** The file of a form; `null` where there is none. */
async function fileOf({ c }: SignedIn): Promise<File | null> {
  const posted = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>);
  const file = [posted.file].flat()[0];
  return file instanceof File && (file.name !== '' || file.size > 0) ? file : null;
}

async function answer(visit: SignedIn, kind: ImportKind): Promise<Response> {
  const { desk, account, c } = visit;
  const file = await fileOf(visit);
  if (!file) return importsPage(visit, { file: { kind, problem: 'missing' } });
  if (file.size > largestFile) return importsPage(visit, { file: { kind, problem: 'too-large' } });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const taken = sheetOf(kind, bytes);
  if (!taken.ok) return importsPage(visit, { file: { kind, problem: taken.problem } });
  const name = plainText(file.name).trim() || 'CSV';
  const keep = await uploadOf({ kind, file: name, bytes, by: account.id }, desk.now());
  const id = await desk.store.change(keep);
  return c.redirect(`/imports/${kind}/${id}`, 303);
}

/** Brings a file. Nothing of it is read in yet. */
export const uploadRoutes: readonly Route[] = importKinds.map((kind) => ({
  method: 'POST',
  path: `/imports/${kind}`,
  roles: importRoles[kind],
  mostBytes,
  answer: (visit) => answer(visit, kind),
}));
