import type { ImportKind, SpendKind, Stage } from '../store/tables.ts';
import type { FieldName } from './import-fields.ts';

/** What another program calls its columns. */
export interface KnownExport {
  name: string;
  kind: ImportKind;
  /** One of these columns gives it away, besides those it is read by. */
  marks: readonly string[];
  /** Field of ours to columns of theirs, as `columnName` levels them; the first that a file has is taken. */
  columns: Partial<Record<FieldName, readonly string[]>>;
  /** What is the same for the whole file, where it has no column for it. */
  constants: Partial<Record<FieldName, string>>;
}

const media: SpendKind = 'media';

/**
 * Exports that need no questions about their columns, in English and Italian. Whoever exports may choose and rename
 * columns, so these are what the programs call them by default; what is called otherwise is asked once, and remembered.
 */
export const knownExports: readonly KnownExport[] = [
  {
    // A report of campaigns, by day. Names as in the report editor; two lines of title before them, totals at the end.
    name: 'Google Ads',
    kind: 'spend',
    marks: [
      'impr.',
      'currency code',
      'codice valuta',
      'campaign status',
      'campaign state',
      'stato campagna',
      'stato della campagna',
      'avg. cpc',
      'cpc medio',
    ],
    columns: {
      day: ['day', 'giorno', 'date', 'data', 'month', 'mese'],
      campaign: ['campaign', 'campagna', 'campaign name', 'nome campagna'],
      amount: ['cost', 'costo'],
      impressions: ['impr.', 'impressions', 'impressioni'],
      clicks: ['clicks', 'clic'],
      currency: ['currency code', 'codice valuta', 'currency', 'valuta'],
    },
    constants: { source: 'google', kind: media },
  },
  {
    // Ads Manager, broken down by day. The currency stands in the name of the amount: "Importo speso (EUR)".
    name: 'Meta Ads',
    kind: 'spend',
    marks: ['amount spent', 'importo speso'],
    columns: {
      day: [
        'day',
        'giorno',
        'reporting starts',
        'inizio report',
        'inizio del report',
        'inizio rapporto',
        'inizio dei dati riportati',
        'month',
        'mese',
      ],
      campaign: ['campaign name', 'nome della campagna', 'nome campagna'],
      amount: ['amount spent', 'importo speso'],
      impressions: ['impressions', 'impression', 'impressioni'],
      clicks: ['link clicks', 'clic sul link', 'clicks', 'clic'],
      currency: ['currency', 'valuta'],
    },
    constants: { source: 'meta', kind: media },
  },
  {
    // Properties: https://knowledge.hubspot.com/crm-deals/hubspots-default-deal-properties. The contact's address is a
    // column that whoever exports adds.
    name: 'HubSpot',
    kind: 'outcomes',
    marks: ['deal stage', 'fase trattativa', 'fase della trattativa', "fase dell'offerta"],
    columns: {
      person: [
        'email',
        'contact email',
        'associated contact email',
        'associated contact emails',
        'e-mail',
        'e-mail contatto',
        'e-mail del contatto',
        'e-mail contatto associato',
      ],
      stage: ['deal stage', 'fase trattativa', 'fase della trattativa', "fase dell'offerta"],
      day: ['close date', 'data di chiusura'],
      openDay: [
        'date entered current stage',
        'last modified date',
        'data di ingresso nella fase attuale',
        "data dell'ultima modifica",
      ],
      revenue: ['amount', 'importo'],
      reason: ['closed lost reason', 'motivo della perdita', 'motivo di perdita'],
      currency: ['currency', 'valuta'],
    },
    constants: {},
  },
  {
    // A report of opportunities with contact roles, as details only. Its reports end with lines about themselves.
    name: 'Salesforce',
    kind: 'outcomes',
    marks: ['opportunity name', 'opportunity id', 'nome opportunità', 'id opportunità'],
    columns: {
      person: ['email', 'contact: email', 'contact email', 'e-mail', 'referente: e-mail', 'referente: email'],
      stage: ['stage', 'stage name', 'fase', 'nome fase'],
      day: ['close date', 'data di chiusura', 'data chiusura'],
      openDay: [
        'last stage change date',
        'last modified date',
        'data ultima modifica fase',
        'data ultima modifica',
      ],
      revenue: ['amount', 'importo', 'ammontare'],
      reason: ['loss reason', 'lost reason', 'closed lost reason', 'motivo della perdita', 'motivo perdita'],
      currency: ['amount currency', 'opportunity currency', 'valuta importo', 'valuta opportunità'],
    },
    constants: {},
  },
  {
    // Deals of the list view; each column says first what it is a field of.
    name: 'Pipedrive',
    kind: 'outcomes',
    marks: ['deal - title', 'deal - status', 'affare - titolo', 'affare - stato'],
    columns: {
      person: [
        'person - email - work',
        'person - email',
        'deal - contact person email',
        'persona - e-mail - lavoro',
        'persona - email - lavoro',
        'persona - e-mail',
        'persona - email',
      ],
      stage: ['deal - status', 'affare - stato'],
      day: ['deal - deal closed on', 'deal - closed on', 'affare - affare chiuso il', 'affare - chiuso il'],
      openDay: [
        'deal - last stage change',
        'deal - stage change time',
        'deal - update time',
        'affare - ultimo cambio di fase',
        'affare - ora di aggiornamento',
      ],
      revenue: ['deal - value', 'affare - valore'],
      reason: ['deal - lost reason', 'affare - motivo della perdita', 'affare - motivo perdita'],
      currency: ['deal - currency', 'deal - currency of value', 'affare - valuta'],
    },
    constants: {},
  },
];

/** Names of columns in files that no program we know has written. */
export const plainColumns: Partial<Record<FieldName, readonly string[]>> = {
  day: ['day', 'giorno', 'date', 'data', 'month', 'mese', 'closed', 'closed on', 'chiuso il', 'chiusura'],
  source: ['source', 'fonte', 'sorgente', 'channel', 'canale', 'utm_source'],
  campaign: ['campaign', 'campagna', 'campaign name', 'nome campagna', 'utm_campaign'],
  kind: ['kind', 'tipo', 'kind of cost', 'tipo di costo'],
  amount: ['amount', 'importo', 'cost', 'costo', 'spend', 'spesa'],
  impressions: ['impressions', 'impressioni', 'impression'],
  clicks: ['clicks', 'clic'],
  person: ['email', 'e-mail', 'e-mail address', 'indirizzo e-mail', 'lead', 'lead id'],
  stage: ['stage', 'fase', 'status', 'stato', 'outcome', 'esito'],
  revenue: ['revenue', 'ricavo', 'amount', 'importo', 'value', 'valore'],
  reason: ['reason', 'motivo', 'lost reason', 'motivo della perdita'],
  currency: ['currency', 'valuta'],
};

/** What stages are called by default, as `columnName` levels them: the programs' own, and ours. */
export const knownStages: Record<string, Stage> = {
  lead: 'lead',
  contatto: 'lead',
  mql: 'mql',
  sql: 'sql',
  open: 'opportunity',
  aperto: 'opportunity',
  aperta: 'opportunity',
  opportunity: 'opportunity',
  opportunità: 'opportunity',
  'qualified to buy': 'opportunity',
  'appointment scheduled': 'sql',
  'presentation scheduled': 'opportunity',
  'decision maker bought-in': 'opportunity',
  'contract sent': 'opportunity',
  prospecting: 'sql',
  qualification: 'sql',
  'needs analysis': 'opportunity',
  'value proposition': 'opportunity',
  'id. decision makers': 'opportunity',
  'perception analysis': 'opportunity',
  'proposal/price quote': 'opportunity',
  'negotiation/review': 'opportunity',
  customer: 'customer',
  cliente: 'customer',
  won: 'customer',
  'closed won': 'customer',
  vinto: 'customer',
  vinta: 'customer',
  'chiuso/vinto': 'customer',
  'chiusa vinta': 'customer',
  'chiuso vinto': 'customer',
  lost: 'lost',
  'closed lost': 'lost',
  perso: 'lost',
  persa: 'lost',
  'chiuso/perso': 'lost',
  'chiusa persa': 'lost',
  'chiuso perso': 'lost',
};
