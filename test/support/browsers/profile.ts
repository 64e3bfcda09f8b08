import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in which a browser keeps what it stores. */
export const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'unisono-profile-'));

/** Removes it. What a desktop's service has mounted in it is left to the system. */
export const removeProfile = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
