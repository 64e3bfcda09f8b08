import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * The script and the style sheet of each peer, by path: bundled for production, as the bundlers that their guides name
 * would have it. They stay in memory.
 */
export async function buildPeers(): Promise<[path: string, content: Uint8Array][]> {
  const { outputFiles } = await build({
    entryPoints: ['formkit', 'surveyjs'].map((peer) => join(import.meta.dirname, `peers/${peer}.ts`)),
    outdir: 'peers',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: {
      'process.env.NODE_ENV': '"production"',
      // As Vue's own plugin for bundlers sets them.
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return outputFiles.map(({ path, contents }) => [`/peers/${basename(path)}`, contents]);
}
