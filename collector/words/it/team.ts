import type { Words } from '../en/en.ts';

export const team: Words['team'] = {};
