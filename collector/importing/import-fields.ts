import type { ImportKind, Role } from '../store/tables.ts';

/** How a cell of a field is read. */
export type Reads = 'text' | 'day' | 'amount' | 'count';

interface ImportField {
  reads: Reads;
  /** Without it no row can be read. */
  isRequired?: true;
  /** A file without such a column may say the same of all its rows. */
  mayBeConstant?: true;
}

/** What of a file is read, field by field. */
export const importFields = {
  spend: {
    day: { reads: 'day', isRequired: true, mayBeConstant: true },
    source: { reads: 'text', mayBeConstant: true },
    campaign: { reads: 'text', mayBeConstant: true },
    kind: { reads: 'text', isRequired: true, mayBeConstant: true },
    amount: { reads: 'amount', isRequired: true },
    impressions: { reads: 'count' },
    clicks: { reads: 'count' },
    currency: { reads: 'text' },
  },
  outcomes: {
    // An e-mail address, or the id of a lead.
    person: { reads: 'text', isRequired: true },
    stage: { reads: 'text', isRequired: true },
    day: { reads: 'day', isRequired: true },
    // A CRM's closing day of a deal that is still open lies ahead: when it came to its stage stands elsewhere.
    openDay: { reads: 'day' },
    revenue: { reads: 'amount' },
    reason: { reads: 'text' },
    currency: { reads: 'text' },
  },
} as const satisfies Record<ImportKind, Record<string, ImportField>>;

export type SpendField = keyof (typeof importFields)['spend'];
export type OutcomeField = keyof (typeof importFields)['outcomes'];
export type FieldName = SpendField | OutcomeField;

/** The fields of a kind of file, in order. */
export const fieldsOf = (kind: ImportKind): [FieldName, ImportField][] =>
  Object.entries(importFields[kind]) as [FieldName, ImportField][];

/** Who may bring in what: each team what it answers for. */
export const importRoles = {
  spend: ['marketing', 'admin'],
  outcomes: ['sales', 'admin'],
} as const satisfies Record<ImportKind, readonly Role[]>;
