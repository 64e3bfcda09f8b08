/** What the network says where no database answers. */
const network = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/;
/**
 * What a database says that cannot just now: a lock that another program has, a full or broken disk; PostgreSQL's
 * classes of a lost connection, too little of something, a server that goes or comes, a deadlock.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const database = /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM)|08|53|57|58|40|55P03)/;
/** The driver's own words, which carry no code. */
const driver =
  /connection terminated|timeout exceeded when trying to connect|connection error|is closed|destroyed|end on the pool/i;

/** Whether something failed because the database is away, and may succeed when it is tried again. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return network.test(code) || database.test(code) || (code === '' && driver.test(error.message));
}
