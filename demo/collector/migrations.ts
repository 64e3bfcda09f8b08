/**
 * The database's shape, one step an entry. `PRAGMA user_version` counts the steps taken: add below, never change
 * what has shipped.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE leads (
     sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
     id            TEXT    NOT NULL UNIQUE,
     received_at   TEXT    NOT NULL,
     person        TEXT    NOT NULL,
     test          INTEGER NOT NULL,
     envelope      TEXT    NOT NULL,
     claimed_score TEXT,
     body_digest   TEXT    NOT NULL
   ) STRICT;
   CREATE INDEX requests_of_a_person ON leads (person, test, sequence);`,
];
