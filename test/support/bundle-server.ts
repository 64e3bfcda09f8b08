import { readFile, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Loader, type Plugin } from 'esbuild';

/** Where the bundle lies: among the project's own modules, so that Node finds the packages that stay outside it. */
const file = `node_modules/.cache/unisono/server-${process.pid}.js`;

/** Whatever a source file reads lies beside that file, not beside the bundle. */
const readsBesideItself: Plugin = {
  name: 'reads-beside-itself',
  setup(build) {
    build.onLoad({ filter: /\/(?:demo|collector)\/.*\.tsx?$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: extname(path).slice(1) as Loader,
    }));
  },
};

/**
 * Makes one file of the demo's server, which the tests start again and again: module by module, Node takes about three
 * times as long.
 */
export default async function bundleServer(): Promise<() => Promise<void>> {
  await build({
    entryPoints: ['demo/server.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minifyWhitespace: true,
    external: ['libsql', 'pg-native'],
    // What packages in CommonJS ask for.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [readsBesideItself],
  });
  process.env.UNISONO_TEST_SERVER = file;
  return () => rm(file, { force: true });
}
