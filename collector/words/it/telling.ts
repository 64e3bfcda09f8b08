import type { Words } from '../en/en.ts';

export const telling: Words['telling'] = {};
