import { createHash } from 'node:crypto';
import type { Plugin } from 'rollup';
import { brotliSize } from './brotli-size.ts';

/** The value of a script tag's `integrity` attribute. */
export const integrityOf = (content: string | Uint8Array): string =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** Says of each script what it weighs and which integrity hash its tag wants. */
export const reportScripts = (): Plugin => ({
  name: 'report-scripts',
  writeBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      console.log(
        `${file.fileName}  ${brotliSize(file.code)} bytes brotli  integrity="${integrityOf(file.code)}"`,
      );
    }
  },
});
