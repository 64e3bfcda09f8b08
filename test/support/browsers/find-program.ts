import { existsSync } from 'node:fs';

/** A program where a variable of the environment names it, or in one of the usual places; `null` where it is not. */
export function findProgram(variable: string, usualPlaces: readonly string[]): string | null {
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Error(`${variable} names ${named}, and there is no file there.`);
  return named ?? usualPlaces.find((path) => existsSync(path)) ?? null;
}
