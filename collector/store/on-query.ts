import type { CompiledQuery, Logger } from 'kysely';

/** Hears each query that was run. */
export type OnQuery = ((query: CompiledQuery) => void) | undefined;

export const logOf =
  (onQuery: OnQuery): Logger =>
  ({ query }) =>
    onQuery?.(query);
