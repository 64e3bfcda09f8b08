import type { Words } from '../en/en.ts';

export const results: Words['results'] = {
  title: 'Risultati',
};
