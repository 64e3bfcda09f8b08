import type { Words } from '../words.ts';

export const example: Words['example'] = {};
