import { line, text } from './texts.ts';
import { z } from './zod.ts';

/** Words in place of ours, in the shape of the messages: texts by name, and groups of texts by name. */
const words = (depth: number): z.ZodType<Record<string, unknown>> =>
  z.record(z.string(), depth === 0 ? text : z.union([text, words(depth - 1)]));

/** What both elements can be told. */
export const sharedConfig = {
  locale: line.exactOptional(),
  texts: words(3).exactOptional(),
};
