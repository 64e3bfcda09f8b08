import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import type { Plugin } from 'rollup';

type Words = { readonly [name: string]: string | Words };

/** A file of words as they are, without a page. */
async function wordsOf(file: string): Promise<Words> {
  const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts' });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** The words that a part has in one language, in the order of another. */
const inOrder = (first: Words, second: Words, path: string): string[] =>
  Object.entries(first).flatMap(([name, word]) => {
    const said = second[name];
    if (typeof said !== typeof word) throw new Error(`${path}.${name}: no word for it`);
    return typeof word === 'string' ? [said as string] : inOrder(word, said as Words, `${path}.${name}`);
  });

/**
 * Writes the second language of a script as a list in the order of the first. Both have the same names, and a script
 * that said them twice would carry them twice.
 */
export const languageInOrder = (first: string, second: string): Plugin => ({
  name: 'language-in-order',
  async transform(_, id) {
    if (!id.endsWith(second)) return null;
    const [model, words] = await Promise.all([wordsOf(id.replace(second, first)), wordsOf(id)]);
    const parts = Object.keys(words).map((part) => {
      const list = inOrder(model[part] as Words, words[part] as Words, part);
      return `export const ${part} = /* @__PURE__ */ said(first.${part}, ${JSON.stringify(list)});`;
    });
    return {
      code: `import * as first from '.${first}';
        const said = (shape, words) => Object.fromEntries(
          Object.entries(shape).map(([name, word]) => [name, word.at ? words.shift() : said(word, words)]));
        ${parts.join('\n')}`,
      map: { mappings: '' },
    };
  },
});
