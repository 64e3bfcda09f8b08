import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { form, planner } from '../../src/locales/en.ts';
import { newConsumer } from '../support/consumer.ts';

const { folder } = newConsumer();

/** What is left of the package in somebody's own bundle: the code, and the files that something of is in it. */
async function bundle(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: 'esm',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  const files = Object.entries(output!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { code: outputFiles[0]!.text, files: files.map(([file]) => file) };
}

test('whoever imports the elements gets them defined, with their words', async () => {
  const { code } = await bundle("import 'unisono/define';");
  for (const word of ['lead-form', 'roi-calculator', form.submit]) expect(code).toContain(word);
  expect(code).not.toContain(planner.levers.title);
});

test('whoever imports the planner gets its panels', async () => {
  const { code } = await bundle("import 'unisono/planner'; import 'unisono/define';");
  expect(code).toContain(planner.levers.title);
});

test.each([
  ["export { npv } from 'unisono/roi';", 3_000],
  ["export { presets } from 'unisono/calculator';", 1_000],
  ["export { scoreOf } from 'unisono';", 3_000],
])('%s carries no elements and no library', async (contents, most) => {
  const { code, files } = await bundle(contents);
  expect(code.length).toBeLessThan(most);
  expect(files.filter((file) => /node_modules\/(lit|zod|preact)|\/elements\//.test(file))).toEqual([]);
});
