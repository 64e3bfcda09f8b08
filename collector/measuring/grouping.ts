/** By what results are told apart: where people came from, through which form, and when they first asked. */
export const groupings = ['source', 'campaign', 'form', 'month'] as const;
export type Grouping = (typeof groupings)[number];
