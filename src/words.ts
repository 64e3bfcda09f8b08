/** unisono/words: what form and calculator say, language by language, for whoever shows leads to people. */
export * as en from './locales/en.ts';
export * as it from './locales/it.ts';
