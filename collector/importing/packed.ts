import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

/** Bytes as a text that any database takes: gzip, in Base64. A file of rows becomes a tenth of what it was. */
export const packed = async (bytes: Uint8Array): Promise<string> => (await zip(bytes)).toString('base64');

export const unpacked = async (text: string): Promise<Uint8Array> => unzip(Buffer.from(text, 'base64'));
