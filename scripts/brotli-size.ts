import { brotliCompressSync } from 'node:zlib';

/** Bytes of a file's content as a server sends it: brotli at its highest level. */
export const brotliSize = (content: Uint8Array | string): number => brotliCompressSync(content).length;
