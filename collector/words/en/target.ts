/** Whom to look for, learned from what was won and lost. */
export const target = {
  title: 'Target',
};
