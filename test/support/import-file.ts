import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { ImportKind } from '../../collector/store/tables.ts';
import type { Caller, CollectorOnStore } from './collector-on-store.ts';

type Fields = Record<string, string>;

/** A page that was answered, with what its form would send. */
export interface FormPage {
  status: number;
  html: string;
  /** As people read it. */
  text: string;
  fields: Fields;
}

/** A file that some program exported, byte by byte. */
export const exported = (name: string): Uint8Array =>
  readFileSync(new URL(`./exports/${name}`, import.meta.url));

/** What a browser would send of the form of a page, without its buttons. */
function fieldsOf(html: string): Fields {
  const { document } = parseHTML(html);
  const form = document.querySelector('main form:not(.card)');
  const fields: Fields = {};
  for (const control of form?.querySelectorAll('input, select') ?? []) {
    const name = control.getAttribute('name') ?? '';
    const chosen = control.querySelector('option[selected]') ?? control.querySelector('option');
    fields[name] = (chosen ?? control).getAttribute('value') ?? '';
  }
  return fields;
}

export async function formPage(answer: Response): Promise<FormPage> {
  const html = await answer.text();
  const text = parseHTML(html).document.querySelector('main')?.textContent ?? '';
  return { status: answer.status, html, text: text.replaceAll('\u00a0', ' '), fields: fieldsOf(html) };
}

/** Brings a file as a browser does. */
export function bringFile(
  { url }: Pick<CollectorOnStore, 'url'>,
  { cookie }: Caller,
  kind: ImportKind,
  content: Uint8Array | string | null,
  name = 'file.csv',
): Promise<Response> {
  const body = new FormData();
  if (content !== null) body.set('file', new File([content as BlobPart], name));
  return fetch(`${url}/imports/${kind}`, {
    method: 'POST',
    headers: { cookie, origin: url },
    body,
    redirect: 'manual',
  });
}

export interface Walk {
  mapper: FormPage;
  preview: FormPage;
  done: FormPage;
  /** Of the file under way, and of what came of it. */
  paths: { file: string; done: string };
}

/**
 * Brings a file, has it read as the page proposes but for some fields, and presses Import.
 * @param changes what is chosen otherwise than proposed
 */
export async function importFile(
  collector: CollectorOnStore,
  caller: Caller,
  kind: ImportKind,
  content: Uint8Array | string,
  changes: Fields = {},
): Promise<Walk> {
  const brought = await bringFile(collector, caller, kind, content);
  const file = brought.headers.get('location');
  if (!file) throw new Error(`The file was not taken: ${await brought.text()}`);
  const mapper = await formPage(await caller.get(file));
  const preview = await formPage(await caller.post(file, { ...mapper.fields, ...changes, do: 'preview' }));
  const answer = await caller.post(file, { ...preview.fields, do: 'import' });
  const path = answer.headers.get('location');
  if (!path) throw new Error(`The file was not imported: ${preview.text}`);
  return { mapper, preview, done: await formPage(await caller.get(path)), paths: { file, done: path } };
}
