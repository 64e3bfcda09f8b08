import type { Words } from '../words.ts';

export const rights: Words['rights'] = {};
