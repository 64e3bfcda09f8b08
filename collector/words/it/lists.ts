import type { Words } from '../en/en.ts';

export const lists: Words['lists'] = {};
