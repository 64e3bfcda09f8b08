import type { Words } from '../words.ts';

export const team: Words['team'] = {};
