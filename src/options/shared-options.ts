import { record, text } from './option.ts';

/** Options that every element of ours has. */
export const sharedOptions = { locale: text, texts: record };
