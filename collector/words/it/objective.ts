import { count } from '../count.ts';
import type { Words } from '../en/en.ts';

export const objective: Words['objective'] = {
  title: 'Obiettivo',
  none: 'Non avete ancora concordato nulla.',
  noneHint:
    'Prepara una campagna nel pianificatore, con un obiettivo se ne avete uno, e porta qui il suo link. Quando marketing e vendite hanno accettato entrambi, questa pagina dice ogni giorno a che punto siete e che cosa viene dopo.',
  adopt: 'Proponi un obiettivo',
  waiting: 'Proposti, in attesa di risposta',
  earlier: 'Obiettivi precedenti',
  states: {
    proposed: 'proposto',
    'in-force': 'in vigore',
    superseded: 'sostituito',
    withdrawn: 'ritirato',
  },
  lookAt: 'Guardalo e rispondi',

  agreed: 'Che cosa è stato concordato',
  goal: (metric, target, by) => `${metric}: ${target} entro la fine di ${by}.`,
  plan: (customers, profit, by) =>
    `Il piano stesso: ${count(customers, 'cliente', 'clienti')} e un utile di ${profit} entro la fine di ${by}.`,
  guessed: (names) =>
    `Questi valori del piano non li ha inseriti nessuno, sono esempi del pianificatore: ${names}. Inserite i vostri prima di accettarli.`,
  limits: {
    budget: (money) => `Budget: al massimo ${money}.`,
    capacity: (count) => `Le vendite possono seguirne ${count} al mese.`,
  },
  span: (from, until) => `da ${from} a ${until}`,
  dates: 'Campagna',
  campaigns: 'Contatti di',
  allCampaigns: 'tutte le campagne',
  definition: 'Per ROI si intende',
  agreedBy: { marketing: 'Accettato per il marketing', sales: 'Accettato per le vendite' },
  notYet: 'non ancora',
  byWhom: (name, at) => `${name}, ${at}`,
  proposedBy: 'Proposto da',
  endedAt: 'Concluso',
  somebody: 'una persona che non c’è più',
  openPlan: 'Il piano, da riaprire nel pianificatore',
  openInPlanner: 'Aprilo nel pianificatore',
  openPlanHint: 'Mettilo dopo l’indirizzo della pagina con il tuo pianificatore.',

  deliveries: 'Che cosa porta ciascuno, mese per mese',
  delivered: 'Chi porta che cosa',
  owner: 'Responsabile',
  spend: 'Spesa',
  total: 'In tutto',

  today: 'A che punto siamo oggi',
  asOf: (day, month, months) => `${day}: mese ${month} di ${months}.`,
  over: 'Il periodo è finito. È andata così.',
  notBegun: (day) => `Comincia il ${day}. Fino ad allora non c’è nulla da confrontare.`,
  nothingYet: 'Da quando è cominciato non è arrivata nessuna richiesta. Quanto è atteso resta atteso.',
  notCompared:
    'Queste cifre non si possono confrontare con il piano: in una fase ci sono molte più persone che nella fase prima. Controlla spesa e visite, e le campagne i cui contatti contano.',
  stage: 'Fase',
  byStage: 'Fase per fase',
  whatFor: 'Per che cosa',
  money: 'Denaro',
  columns: {
    agreed: 'Concordato in tutto',
    due: 'Atteso a oggi',
    happened: 'Consuntivo',
    forecast: 'Previsione finale',
    difference: 'Previsione meno concordato',
  },
  notMeasured: 'non misurato',
  revenue: 'Ricavi acquisiti',
  profit: (agreed, forecast, by) =>
    `Utile entro la fine di ${by}: ${agreed} nel piano, ${forecast} per come vanno le cose ora.`,
  roi: (definition, agreed, forecast) => `${definition}: concordato ${agreed}, previsto ${forecast}.`,
  onTheWay:
    'Chi è ancora in corso vale quanto dice il piano: una trattativa che non è ancora attesa non è colpa di nessuno.',
  byMonth:
    'Quello che si sa solo per mese conta giorno per giorno. Una fase o un costo che nessuno ha misurato vale come da piano.',
  picture: (stage, agreed, happened) =>
    `${stage}, sommati mese per mese: attesi a oggi ${agreed}, arrivati ${happened}.`,
  course: (stage) => `${stage}, sommati`,
  month: 'Entro la fine di',
  lines: { agreed: 'concordato', happened: 'consuntivo' },

  figures: 'Le stesse cifre in tabella',

  why: 'Perché',
  asPlanned: 'Finora nulla si scosta da quanto concordato.',
  gap: (gap) => `La differenza di ${gap} nell’utile viene da:`,
  groups: {
    marketing: 'Leve del marketing',
    sales: 'Leve delle vendite',
    shared: 'Leve di entrambi',
    chance: 'Può essere un caso',
  },
  part: (what, actual, planned) => `${what}: ${actual} invece di ${planned}.`,
  lifts: (money) => `Il risultato sale di ${money}.`,
  lowers: (money) => `Il risultato scende di ${money}.`,
  unmeasured: (how) => `(${how})`,
  rates:
    'Un tasso conta ciò che arriva entro i mesi del piano, sia nel piano sia in ciò che è successo: le trattative che si vincerebbero dopo non sono in nessuno dei due.',
  byCampaign: 'Quali campagne e fonti: guarda i risultati.',
  smaller: 'Il resto pesa meno: lo trovi nella tabella.',
  allParts: 'Ogni parte della differenza',
  where: 'Dove',
  movement: 'Concordato → previsione attuale',
  effect: 'Effetto sull’utile',
  together: 'In tutto',

  next: 'Che cosa fare il mese prossimo',
  nextLast: 'Che cosa resta fino alla fine',
  brings: (owner, count, what) => `${owner}: ${count} ${what}`,
  asAgreed: (count) => `${count} come concordato`,
  catchUp: (agreed, behind) => `${agreed} come concordato e ${behind} da recuperare`,
  both: 'Entrambi',
  nothingDue: 'Non è atteso altro.',
  lever: (lever, owner, metric, low, high) =>
    `Quello che muove di più “${metric}” è “${lever}” (${owner}): può andare da ${low} a ${high}.`,
  range: (low, high) =>
    `Con la leva tra ${low} e ${high}, e tutto il resto come va ora. Qui è il tasso intero, con le trattative che si vincono dopo i mesi del piano.`,

  newTitle: 'Proponi un obiettivo',
  fields: {
    plan: 'Il piano',
    name: 'Nome',
    start: 'Primo mese',
    campaigns: 'Campagne i cui contatti contano (facoltativo)',
  },
  hints: {
    plan: 'Il link del pianificatore, o il contenuto del suo file JSON. Se la tua pagina imposta valori propri nel calcolatore, usa il file: li contiene tutti.',
    name: 'Per esempio: Autunno 2026.',
    start: 'Anno e mese, per esempio 2026-12. È il primo mese del piano.',
    campaigns: 'Una per riga. Lascia vuoto per contare tutti i contatti.',
    known: (names) => `Note finora: ${names}.`,
  },
  preview: 'Guarda che cosa si concorda',
  previewTitle: 'Questo è quanto si concorda',
  propose: 'Proponi',
  proposeAgree: {
    marketing: 'Proponi e accetta per il marketing',
    sales: 'Proponi e accetta per le vendite',
  },
  change: 'Cambia qualcosa',
  notProposed: 'Non è stato ancora proposto nulla. Guarda che cosa è segnato.',
  problems: {
    name: 'Dagli un nome di 200 caratteri al massimo.',
    start: 'Scrivi anno e mese, per esempio 2026-12.',
    campaigns: 'Scrivi al massimo 50 campagne, ciascuna di 200 caratteri al massimo.',
    plan: {
      missing: 'Incolla il link del pianificatore o il suo JSON.',
      'no-plan':
        'Questo non è un link del pianificatore, né il suo JSON. Copialo per intero, da “unisono=1” in poi.',
      'not-all-read': 'Non tutto il link è leggibile. Copialo di nuovo per intero, o usa il file JSON.',
      'other-currency': 'Questo piano è in una valuta diversa da quella del team.',
      'no-months': 'Questo piano non ha mesi. Indica nel pianificatore quanto dura.',
      'too-long': 'Questo piano dura più di 120 mesi.',
      'no-customers': 'Questo piano finisce prima dei clienti. L’ultima fase deve essere quella dei clienti.',
      broken:
        'Qualcosa in questo piano è fuori da ciò che il modello sa calcolare. Aprilo nel pianificatore e correggilo.',
    },
    unreachable: 'Con la leva che il piano muove l’obiettivo è irraggiungibile: non si può concordare.',
    wouldDo: (levers) => `Ciascuna di queste basterebbe da sola: ${levers}. Scegline una nel pianificatore.`,
    noneWouldDo: 'Nessun’altra leva basterebbe da sola: punta più in basso, o prendi più tempo.',
  },

  answer: 'La tua risposta',
  agreeFor: { marketing: 'Accetta per il marketing', sales: 'Accetta per le vendite' },
  withdraw: 'Ritira la proposta',
  replaces: 'Quando entrambi avranno accettato, prende il posto dell’obiettivo ora in vigore.',
  twoPeople: 'Servono due persone: una per il marketing, una per le vendite.',
  done: {
    proposed: 'Proposto. Ora marketing e vendite accettano, ciascuno per sé.',
    agreed: 'Accettato. Manca ancora l’altro team.',
    'in-force': 'Avete accettato entrambi. L’obiettivo è in vigore.',
    withdrawn: 'La proposta è ritirata.',
  },
  refused: {
    gone: 'Questo obiettivo non esiste.',
    'not-open': 'Questa proposta non è più aperta.',
    'agreed-already': 'Per questo team qualcuno ha già accettato.',
    'same-person': 'Hai già accettato per l’altro team. Servono due persone.',
    'not-yours': 'Spetta all’altro team, o a chi amministra.',
    unknown: 'La pagina ha chiesto qualcosa che non c’è.',
  },
};
