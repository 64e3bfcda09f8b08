import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { transform } from 'esbuild';
import type { InputPluginOption, Plugin, RollupOptions } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { copyAssets } from './scripts/copy-assets.ts';
import { languageInOrder } from './scripts/language-in-order.ts';
import { reportScripts } from './scripts/report-scripts.ts';

const target = 'es2022';
const transpile = () => esbuild({ target, tsconfig: 'tsconfig.json' }) as InputPluginOption;

/** esbuild first and swc after it: together they make smaller scripts than either alone. */
const folded = (): Plugin => ({
  name: 'folded',
  renderChunk: (code) => transform(code, { minify: true, sourcemap: true, target }),
});
const minified = (): Plugin => ({
  name: 'minified',
  renderChunk: (code) =>
    minify(code, {
      module: true,
      sourceMap: true,
      // Variables that are used once stay: what is not folded into one expression repeats more.
      compress: { passes: 3, ecma: 2020, collapse_vars: false },
      format: { asciiOnly: true, comments: false },
    }),
});

/**
 * One classic script a row: complete in itself, minified. Its source map lies beside it for us; the script does not
 * name it, since a visitor needs none. In ASCII, since it is read in whatever
 * encoding the owner's page happens to have.
 */
const script = (name: string, input: string): RollupOptions => ({
  input,
  output: { file: `dist/${name}`, format: 'iife', sourcemap: 'hidden' },
  plugins: [
    nodeResolve({ browser: true }),
    minifyTemplateLiterals({ failOnError: true }) as InputPluginOption,
    transpile(),
    languageInOrder('/en.ts', '/it.ts'),
    folded(),
    minified(),
    reportScripts(),
  ],
});

/** Source as modules, file by file. */
const modulesOf = (folder: string, input: string[], dir: string): RollupOptions => ({
  input: input.map((file) => `${folder}/${file}`),
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  output: { dir, format: 'es', preserveModules: true, preserveModulesRoot: folder, sourcemap: true },
  plugins: [transpile()],
});

/** The same source as the scripts', for whoever has a build of their own. */
const modules = modulesOf(
  'src',
  [
    'index.ts',
    'define.ts',
    'planner.ts',
    'roi/index.ts',
    'calculator/index.ts',
    'schema.ts',
    'words.ts',
    'preact/index.ts',
  ],
  'dist/esm',
);

/** The collector as Node runs it, with what its pages show. */
const collector = modulesOf('collector', ['bin.ts', 'collector.ts'], 'collector/dist');
collector.plugins = [transpile(), copyAssets('collector', /^pages\/.*\.(css|js)$/)];

export default [
  script('unisono.js', 'src/script.ts'),
  script('unisono-form.js', 'src/script-form.ts'),
  script('unisono-calculator.js', 'src/script-calculator.ts'),
  script('unisono-planner.js', 'src/script-planner.ts'),
  modules,
  collector,
];
