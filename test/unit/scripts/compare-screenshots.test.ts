import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts pictures of one pixel into a folder: how grey each of them is. */
function put(name: string, greys: Record<string, number>): void {
  mkdirSync(join(folder, name));
  for (const [file, grey] of Object.entries(greys)) {
    const png = new PNG({ width: 1, height: 1 });
    png.data.set([grey, grey, grey, 255]);
    writeFileSync(join(folder, name, file), PNG.sync.write(png));
  }
}

/** Runs the script as a person does. */
function compare() {
  const script = 'scripts/compare-screenshots.ts';
  const folders = ['before', 'after', 'differences'].map((name) => join(folder, name));
  return spawnSync(process.execPath, ['--import', 'tsx', script, ...folders], { encoding: 'utf8' });
}

test('where all pictures are the same, the script ends well', () => {
  put('before', { 'form.png': 10, 'panel.png': 20 });
  put('after', { 'form.png': 10, 'panel.png': 20 });
  const { status, stdout } = compare();
  expect([status, stdout.trim()]).toEqual([0, '2 of 2 pictures are the same.']);
});

test('what differs is named and drawn, what is missing is named, and the script ends with 1', () => {
  put('before', { 'form.png': 10, 'gone.png': 20, 'same.png': 30 });
  put('after', { 'form.png': 11, 'new.png': 20, 'same.png': 30 });
  const { status, stdout } = compare();
  expect(status).toBe(1);
  expect(stdout).toContain('| form.png | 1 | 100 % |');
  expect(stdout).toContain('| gone.png | missing after |');
  expect(stdout).toContain('| new.png | missing before |');
  expect(stdout).toContain('1 of 4 pictures are the same.');
  expect(existsSync(join(folder, 'differences', 'form.png'))).toBe(true);
  expect(existsSync(join(folder, 'differences', 'same.png'))).toBe(false);
});

test('two folders without pictures prove nothing', () => {
  put('before', {});
  put('after', {});
  expect(compare().status).toBe(1);
});
