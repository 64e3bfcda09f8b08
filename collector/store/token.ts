import { createHash, randomBytes } from 'node:crypto';

/** What only its bearer knows: 32 random bytes. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: whoever reads the database cannot use it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
