import type { Words } from '../en/en.ts';
import { del, il } from './percent.ts';

export const results: Words['results'] = {
  title: 'Risultati',
  lenses: { marketing: 'Con gli occhi del marketing', sales: 'Con gli occhi delle vendite' },
  lensesLabel: 'Le stesse righe, lette',
  fields: { by: 'Per', from: 'Primo mese', until: 'Ultimo mese' },
  by: { source: 'Fonte', campaign: 'Campagna', form: 'Modulo', month: 'Mese' },
  show: 'Mostra',
  usual: 'Gli ultimi 12 mesi',
  span: (from, until) => `da ${from} a ${until}`,
  nothingBefore: (month) => `Prima di ${month} non si sa nulla.`,
  problems: {
    notice: 'Non tutto si è potuto leggere. Dove c’è un segno, vedi i valori abituali.',
    by: 'Scegli fonte, campagna, modulo o mese.',
    lens: 'I risultati si leggono come “marketing” o come “sales”.',
    month: (text) => `“${text}” non è un mese. Scrivi anno e mese, come 2026-09.`,
    future: 'Scrivi questo mese o uno precedente.',
    order: 'Scrivi un ultimo mese che non venga prima del primo.',
    most: (months) => `Scrivi un primo mese al massimo ${months} mesi prima della fine dell’ultimo.`,
  },
  none: 'In questi mesi non è successo nulla: nessuna richiesta, nessuna visita contata, nessuna spesa annotata.',

  tables: { marketing: 'Dalla visita al lead', sales: 'Dal passaggio alle vendite al cliente' },
  columns: {
    visits: 'Visite',
    starts: 'Moduli iniziati',
    engagement: 'Engagement',
    ctaRate: 'Tasso di clic sulla CTA',
    leads: 'Lead',
    spend: 'Spesa di marketing',
    cpl: 'Costo per lead (CPL)',
    hot: 'Passati alle vendite',
    contact: 'Tempo al primo contatto',
    opportunities: 'Opportunità',
    customers: 'Clienti',
    revenue: 'Ricavi',
    margin: 'Margine lordo',
    cost: 'Costi totali',
    cac: 'Costo per cliente (CAC)',
    roi: 'ROI',
  },
  rows: {
    unnamed: 'Non si sa',
    others: (count) => (count === 1 ? '1 altra voce' : `altre ${count} voci`),
    unassigned: 'Non assegnato',
    total: 'In tutto',
  },
  missing: {
    notMeasured: 'non misurato',
    noVisits: 'nessuna visita',
    noLeads: 'nessun lead',
    noHot: 'nessuno passato',
    notYet: 'ancora nessuno',
    noCustomers: 'nessun cliente',
    noCost: 'nessun costo',
    noRow: '—',
  },
  stillOpen: 'ancora aperto',
  partly: (priced, customers) => `noti per ${priced} su ${customers}`,
  withoutCosts: (kinds) =>
    `Costo per cliente e ROI sono senza questo costo: ${kinds}. Nessuno l’ha annotato, quindi sembrano migliori di quanto siano.`,
  uneven: (row, spend, leads, customers, share, customerShare) =>
    `${row} ha preso ${il(share)} della spesa e ha portato ${il(customerShare)} dei clienti: ${spend}, ${leads} lead, ${customers === '1' ? '1 cliente' : `${customers} clienti`}. Difficilmente è un caso.`,
  csv: 'Questa tabella per un foglio di calcolo (CSV)',
  csvUnits: (currency) => ({
    count: '',
    currency: `(${currency})`,
    fraction: '(frazione)',
    minutes: '(minuti)',
    return: '(frazione)',
  }),

  roi: {
    margin: (margin) => `(ricavi × ${margin} di margine lordo − costi) ÷ costi`,
    'total-cost': (margin) =>
      `(ricavi − costo del venduto − costi) ÷ (costo del venduto + costi), con un margine lordo ${del(margin)}`,
    revenue: () => '(ricavi − costi) ÷ costi, qualunque sia il costo del venduto',
    roas: () => 'ricavi ÷ spesa per i media',
    pinned: (name, formula) => `${name}: ${formula}, come avete concordato in`,
    none: (name, formula) =>
      `Non avete concordato nessun obiettivo, quindi il margine lordo non è noto. Qui per ROI si intende ${name}: ${formula}.`,
  },
  cycle: (days) => `Dalla prima richiesta al cliente passano di solito ${days} (mediana).`,
  cycleUnknown: 'Nessuno è ancora diventato cliente, quindi non si può dire quanto tempo ci vuole.',
  stillOpenMeans:
    'Un mese “ancora aperto” ha avuto meno tempo di così: quello che manca può ancora arrivare.',
  stillOpenElse: 'Chi ha scritto da meno tempo può ancora diventarlo.',

  notesTitle: 'Come leggere questi numeri',
  notes: {
    people: (end) =>
      `Le persone contano nel mese della prima richiesta e da dove è arrivata, fin dove erano arrivate il ${end}. Spese e visite contano nel loro giorno.`,
    terms: {
      marketing:
        'Le visite sono le pagine viste con un modulo; l’engagement è moduli iniziati ÷ visite; il tasso di clic sulla CTA è clic su una call to action ÷ visite; la spesa di marketing è tutto il costo tranne quello delle vendite.',
      sales:
        'Passati alle vendite sono tutti quelli che le vendite hanno avuto, caldi o passati dal marketing. Il tempo al primo contatto è la mediana dell’attesa di chi aspettava una risposta dalle vendite. Il costo per cliente conta marketing e vendite.',
    },
    notMeasured: '“Non misurato” vuol dire che nessuno l’ha contato o annotato. Non è zero.',
    source:
      'Le visite si contano per campagna e senza identità. Da quale fonte arrivano non si sa, quindi stanno sotto “Non assegnato”.',
    form: 'Si spende per le campagne e non per i moduli, e una call to action appartiene a una pagina. Entrambe le cose stanno sotto “Non assegnato”.',
    unnamed:
      'Chi sta sotto “Non si sa” è arrivato direttamente, o non ha dato il consenso alla profilazione: allora non teniamo nessuna provenienza. Una parte appartiene alle altre righe, dove quindi un lead costa al massimo quanto vedi.',
    unassigned: 'Quello che non è assegnato non viene mai diviso tra le altre righe; conta nella somma.',
    costs: (known) => `I costi sono quelli annotati: ${known}.`,
    costsMissing: (unknown) => `Non è stato annotato nulla di: ${unknown}.`,
    noCosts:
      'Nessuno ha annotato costi: quanto costa un lead o un cliente e quanto è tornato non è misurato.',
    running: 'Di quello che si conosce solo per mese, il mese in corso conta per i giorni passati.',
    priced: (priced, customers) =>
      `I ricavi sono annotati per ${priced} clienti su ${customers}. Quello che manca lì manca anche nel ROI.`,
    margin: 'Il margine lordo non è misurato, perché non avete concordato un obiettivo che dica quant’è.',
  },
  picture: {
    title: 'I lead, e quanti di loro sono clienti',
    label: (by) =>
      `Lead e clienti. Per: ${by}. Le colonne della tabella, lette dai due team, hanno gli stessi numeri.`,
    rows: 'La barra spessa sono i lead, quella sottile al suo interno i clienti.',
    columns: 'La colonna larga sono i lead, quella stretta al suo interno i clienti.',
  },
  cohorts: {
    title: 'Mese per mese: che cosa ne è stato',
    hint: 'Ogni riga ha chi ha scritto per la prima volta in quel mese, fino a oggi. Una cella dice quanti sono arrivati fin lì entro tanti mesi dalla propria richiesta.',
    captions: { opportunities: 'Opportunità entro', customers: 'Clienti entro' },
    month: 'Prima richiesta in',
    within: (months) => (months === 1 ? '1 mese' : `${months} mesi`),
    tooEarly: 'troppo presto',
    tooEarlyMeans: '“Troppo presto”: non tutti hanno ancora avuto quel tempo. Del mese non dice nulla.',
  },
};
