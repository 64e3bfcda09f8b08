import type { Words } from '../en/en.ts';

export const person: Words['person'] = {};
