import { builtScript } from './owner-site.ts';

/** The sources that a built script was made of, as its map names them. */
export const sourcesOf = (script: string): string[] =>
  (JSON.parse(builtScript(`${script}.map`).toString()) as { sources: string[] }).sources;
