import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';

/** Puts the files of a folder that are read and not imported beside the modules that read them. */
export const copyAssets = (folder: string, names: RegExp): Plugin => ({
  name: 'copy-assets',
  generateBundle() {
    for (const fileName of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!names.test(fileName) || /^(dist|node_modules)\b/.test(fileName)) continue;
      this.emitFile({ type: 'asset', fileName, source: readFileSync(join(folder, fileName)) });
    }
  },
});
