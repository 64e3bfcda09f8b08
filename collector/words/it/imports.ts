import type { Words } from '../en/en.ts';

export const imports: Words['imports'] = {
  title: 'File',
};
