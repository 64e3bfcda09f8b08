import { LibsqlError } from '@libsql/client';

/** Says whether a statement failed because another connection has the lock that it needs. */
export const isBusy = (error: unknown): boolean =>
  error instanceof LibsqlError && error.code === 'SQLITE_BUSY';
