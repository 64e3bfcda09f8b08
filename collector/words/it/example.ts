import type { Words } from '../en/en.ts';

export const example: Words['example'] = {};
