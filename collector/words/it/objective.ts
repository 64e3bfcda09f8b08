import type { Words } from '../en/en.ts';

export const objective: Words['objective'] = {
  title: 'Obiettivo',
};
