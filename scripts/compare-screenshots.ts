// Compares the pictures of two folders, such as those of `take-screenshots.ts` before and after a change. Says of each
// that differs by how much, and draws where, into a third folder. Ends with 1 if any differs or has no counterpart.
//
//   npx tsx scripts/compare-screenshots.ts <before> <after> [differences, .screenshots-differences by default]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from '../bench/roi/markdown-table.ts';
import { comparePictures } from './compare-pictures.ts';

const [before, after, differences = '.screenshots-differences'] = process.argv.slice(2);
if (!before || !after) throw new Error('Two folders are needed: the pictures before, and those after.');

const picturesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.png'));
const [old, now] = [picturesIn(before), picturesIn(after)];
const names = [...new Set([...old, ...now])].sort();

rmSync(differences, { recursive: true, force: true });
mkdirSync(differences, { recursive: true });

const rows = names.flatMap((name): string[][] => {
  if (!now.includes(name)) return [[name, 'missing after', '']];
  if (!old.includes(name)) return [[name, 'missing before', '']];
  const { differing, share, picture, sizes } = comparePictures(
    readFileSync(join(before, name)),
    readFileSync(join(after, name)),
  );
  if (!picture) return [];
  writeFileSync(join(differences, name), picture);
  const [from, to] = sizes;
  const size = from === to ? '' : `, and the size: ${from}, then ${to}`;
  return [[name, `${differing}${size}`, `${Number((share * 100).toPrecision(2))} %`]];
});

if (rows.length) console.log(markdownTable(['picture', 'pixels that differ', 'share'], rows));
console.log(`\n${names.length - rows.length} of ${names.length} pictures are the same.`);
process.exitCode = rows.length || !names.length ? 1 : 0;
