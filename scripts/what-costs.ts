// What each room of a script costs: its share of the minified bytes, by source map, and of the brotli size in proportion.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { brotliSize } from './brotli-size.ts';

const [file = 'dist/unisono.js', depth = '2'] = process.argv.slice(2);
const code = readFileSync(file, 'utf8');
const lines = code.split('\n');
const mappings: { line: number; column: number; source: string | null }[] = [];
eachMapping(
  new TraceMap(readFileSync(`${file}.map`, 'utf8')),
  ({ generatedLine, generatedColumn, source }) => {
    mappings.push({ line: generatedLine, column: generatedColumn, source });
  },
);

/** `../src/elements/lead-form/x.ts` as its room: `elements/lead-form`. */
const roomOf = (source: string | null) => {
  const path = source?.replace(/^.*node_modules\//, '').replace(/^(\.\.\/)*src\//, '') ?? 'wrapper';
  const parts = path.split('/');
  return parts
    .slice(0, Math.min(Number(depth), Math.max(1, parts.length - (depth === '9' ? 0 : 1))))
    .join('/');
};

const costs = new Map<string, number>();
mappings.forEach(({ line, column, source }, at) => {
  const next = mappings[at + 1];
  const end = next?.line === line ? next.column : (lines[line - 1]?.length ?? column);
  const room = roomOf(source);
  costs.set(room, (costs.get(room) ?? 0) + end - column);
});
const total = [...costs.values()].reduce((sum, bytes) => sum + bytes, 0);
const brotli = brotliSize(code);
console.log(`${basename(file)}: ${code.length} bytes minified, ${brotli} brotli\n`);
console.log('| room | minified | brotli, in proportion |\n| --- | ---: | ---: |');
for (const [room, bytes] of [...costs].sort((a, b) => b[1] - a[1]))
  console.log(`| ${room} | ${bytes} | ${Math.round((bytes / total) * brotli)} |`);
