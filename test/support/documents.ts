import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder, with a slash at the end. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

export const read = (path: string): string => readFileSync(repository + path, 'utf8');
export const isThere = (path: string): boolean => existsSync(repository + path);

export interface Document {
  /** From the repository's folder. */
  path: string;
  /** Without the spaces that line up a table. */
  text: string;
}

const documentAt = (path: string): Document => ({ path, text: read(path).replace(/ {2,}/g, ' ') });

/** What people read who use Unisono: a new page in `docs/` is one of them by itself. */
export const readersDocuments: readonly Document[] = [
  'README.md',
  ...readdirSync(`${repository}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map(documentAt);

export const contributing: Document = documentAt('CONTRIBUTING.md');
export const everyDocument: readonly Document[] = [...readersDocuments, contributing];

/** All that a pattern's first group finds. */
export const all = (pattern: RegExp, text: string): string[] =>
  Array.from(text.matchAll(pattern), ([, found]) => found!);

/** What stands in backticks. */
export const named = (cell: string | undefined): string[] => all(/`([^`]+)`/g, cell ?? '');

export const distinct = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** The cells of the rows of all tables in a text, without their heads. */
export const rows = (text: string): string[][] =>
  text.split(/\n(?!\|)/).flatMap((block) =>
    all(/^\|(.+)\|$/gm, block)
      .slice(2)
      .map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim())),
  );

/** What stands in the documents between two marks, the first of which stands in one document alone. */
export function between(from: string, to: string, documents = readersDocuments): string {
  const [text, ...others] = documents.flatMap(({ text }) => text.split(from).slice(1));
  if (text === undefined || others.length) throw new Error(`Not once in the documents: ${from}`);
  return text.split(to)[0]!;
}

/** The rows of the table with this head, in whichever document it stands. */
export const tableUnder = (head: string, documents = readersDocuments): string[][] =>
  rows(`${head}\n${between(`${head}\n`, '\n\n', documents)}`);

/** The examples of a language in all documents. */
export const examples = (language: string): { path: string; code: string }[] =>
  readersDocuments.flatMap(({ path }) =>
    all(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'), read(path)).map((code) => ({
      path,
      code,
    })),
  );
