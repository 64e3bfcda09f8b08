import type { Words } from '../words.ts';

export const telling: Words['telling'] = {};
