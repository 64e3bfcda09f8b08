import type { Words } from '../en/en.ts';

export const target: Words['target'] = {
  title: 'Target',
};
