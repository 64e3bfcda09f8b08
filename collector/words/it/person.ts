import type { Words } from '../words.ts';

export const person: Words['person'] = {};
