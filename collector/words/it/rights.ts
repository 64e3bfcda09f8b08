import type { Words } from '../en/en.ts';

export const rights: Words['rights'] = {};
