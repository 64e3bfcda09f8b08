import { count } from '../count.ts';
import type { Words } from '../en/en.ts';
import { del } from './percent.ts';

export const target: Words['target'] = {
  title: 'Chi cercare',
  tooFew: (won, lost) =>
    `Finora ${count(won, 'cliente vinto', 'clienti vinti')} e ${count(lost, 'perso', 'persi')}. Troppo pochi per imparare qualcosa: quello che si troverebbe sarebbe un caso.`,
  missing: (won, lost) => {
    const more = (number: number, one: string, many: string) =>
      number === 1 ? `un altro ${one}` : `altri ${number} ${many}`;
    const parts = [won > 0 && more(won, 'vinto', 'vinti'), lost > 0 && more(lost, 'perso', 'persi')].filter(
      Boolean,
    );
    return `${won + lost === 1 ? 'Serve' : 'Servono'} ${parts.join(' e ')}. Scrivi come finisce ogni trattativa, nella pagina della persona.`;
  },
  found: (won, of, marks) =>
    `Di ${of} persone di cui si sa com’è finita, ${count(won, 'è diventata cliente', 'sono diventate clienti')}. ${marks === 1 ? 'Una cosa distingue' : `${marks} cose distinguono`} chi diventa cliente da chi si perde, più di quanto si spieghi col caso.`,
  nothing: (won, of) =>
    `Di ${of} persone di cui si sa com’è finita, ${count(won, 'è diventata cliente', 'sono diventate clienti')}. Nulla di ciò che le persone hanno scritto e fatto distingue chi diventa cliente da chi si perde, più di quanto si spieghi col caso.`,
  nothingHint:
    'Anche questa è una risposta: un target più preciso sarebbe tirare a indovinare. Chiedi nel modulo ciò che pensi conti, e torna quando di più persone si saprà com’è finita.',
  newest: (of) => `Si guardano solo le ${of} più recenti.`,

  profile: 'Il profilo',
  counted: (learnedOn, checkedOn) =>
    `Contato fra le prime ${learnedOn} persone di cui si sa com’è finita. Le ultime ${checkedOn} servono per la verifica.`,
  lookFor: 'Cercate persone per cui vale questo',
  careful: 'Andate più piano con le persone per cui vale questo',
  sameAs: (signs) => `(sono anche quelle con ${signs})`,
  mark: (won, of, share, otherShare) => `${won} clienti su ${of} (${share}); degli altri, ${otherShare}`,

  picture: (signs, average) =>
    `Quanto spesso si sono vinti ${signs} tipi di persone, ciascuno con l’intervallo che contiene la quota vera in 95 campioni su 100, accanto alla media ${del(average)}. Le stesse cifre stanno nella tabella qui sotto.`,
  pictureTitle: 'Quanto spesso sono stati vinti',
  average: 'media',
  allSigns: 'Tutto ciò che è stato guardato',
  columns: {
    sign: 'Chi',
    withIt: 'Vinti se vale',
    withoutIt: 'Vinti se non vale',
    probability: 'Solo caso',
    verdict: 'Che cosa dice',
  },
  rate: (won, of, share, low, high) => `${won} su ${of}: ${share} (da ${low} a ${high})`,
  none: '—',
  verdicts: {
    mark: 'distingue un cliente',
    against: 'parla contro',
    chance: 'può essere un caso',
    few: 'troppo pochi',
  },
  unknown: (count) => `non noto per ${count}`,
  how: (looks, learnedOn) =>
    `Imparato dalle prime ${learnedOn} persone. Sono state provate ${looks} cose; “solo caso” dice quanto spesso una differenza così grande comparirebbe fra altrettante prove se nulla contasse (test esatto di Fisher, corretto secondo Holm), e sotto il 5% conta. Gli intervalli contengono la quota vera in 95 campioni su 100 (Wilson).`,

  check: 'Avrebbe funzionato?',
  checkHint: (of) =>
    `Messo alla prova sulle ultime ${of} persone, da cui non si è imparato nulla. Prendi un cliente e una persona persa: quante volte le regole danno più punti al cliente? 50 su 100 è una moneta.`,
  rankings: { learned: 'Regole da com’è finita', inForce: 'Le vostre regole di oggi' },
  ranked: (share, low, high) => `${share} su 100 (da ${low} a ${high})`,
  hot: (won, of) =>
    `avrebbe chiamato ${of === 1 ? 'calda 1 persona' : `calde ${of} persone`}; ${count(won, 'è diventata cliente', 'sono diventate clienti')}`,
  hotNone: 'non avrebbe chiamato calda nessuna persona',
  notRanked: 'non si può dire: le ultime sono diventate tutte clienti, o tutte perse',
  checkColumns: {
    rules: 'Regole',
    ranking: 'Mette più in alto il cliente',
    hot: 'Passati subito alle vendite',
  },
  verdictOf: {
    better: 'Le regole da com’è finita avrebbero ordinato meglio di quelle di oggi.',
    unsure: 'Quali regole avrebbero ordinato meglio non si può ancora dire: gli intervalli si sovrappongono.',
    worse:
      'Le vostre regole di oggi avrebbero ordinato meglio. Tenetele, e tornate quando di più persone si saprà com’è finita.',
    chance:
      'Sulle ultime persone queste regole non sono meglio di quanto possa esserlo una moneta. Aspettate di sapere com’è finita con più persone prima di adottarle.',
  },

  rules: 'Regole da com’è finita',
  rulesHint:
    'I punti seguono quanto ogni cosa rende più probabile un cliente, a parità del resto. Chi le ha tutte arriva a 100.',
  ruleColumns: { rule: 'Chi', proposed: 'Proposta', today: 'Oggi' },
  thresholds: { warm: 'Tiepido da', hot: 'Caldo da' },
  points: (points) => `${points < 0 ? '−' : '+'}${Math.abs(points)}`,
  goes: (count) => `${count === 1 ? 'Una regola' : `${count} regole`} di oggi che se ne andrebbero`,
  adopt: 'Adotta queste regole',
  adoptHint:
    'Il prossimo lead viene valutato così. Quelli già arrivati tengono il loro punteggio. Qui si può annullare.',
  adminAdopts: 'Le adotta un amministratore per il team, qui.',
  alreadyInForce: 'Sono già le regole del vostro team.',
  adoptedBy: (name, at) => `Adottate da ${name} il ${at}.`,
  somebody: 'qualcuno che non c’è più',
  takeBack: 'Torna alle regole di prima',
  done: {
    adopted: 'Adottate. Il prossimo lead viene valutato con queste regole.',
    'taken-back': 'Annullato. Le regole sono quelle di prima.',
  },
  refused: {
    'changed-since':
      'Non è cambiato nulla: le regole sono state modificate da quando hai aperto questa pagina. Ora stanno così.',
    unknown: 'Non è cambiato nulla: la pagina ha chiesto regole che non lo sono.',
  },

  wonDeals: 'Parti dai clienti vinti per il prossimo piano',
  wonDealsOf: (asked, customers, from, until) =>
    `${count(asked, 'persona ha chiesto', 'persone hanno chiesto')} per la prima volta ${from === until ? `in ${from}` : `da ${from} a ${until}`}, e ${customers} di loro ${customers === '1' ? 'è cliente' : 'sono clienti'}. Chi ha chiesto dopo resta fuori: di troppo poche si sa già com’è finita.`,
  waited: (days) =>
    `Nove clienti su dieci sono stati vinti ${days ? `entro ${count(days, 'giorno', 'giorni')} dalla richiesta` : 'il giorno stesso della richiesta'}.`,
  few: 'È poco su cui fare piani: prendi sul serio gli intervalli che mostra il calcolatore.',
  priced: (priced, customers) =>
    `Il fatturato è noto per ${priced} su ${count(customers, 'cliente', 'clienti')}; la vendita media è la loro.`,
  unknownCosts: (kinds) =>
    `In questi mesi nessuno ha scritto costi per: ${kinds}. Lì il calcolatore parte da zero: inserisci quanto costano davvero prima di credere al ritorno.`,
  valueColumns: { what: 'Che cosa', value: 'Dalle vostre trattative' },
  counts: (hits, of, share) => `${hits} su ${of} (${share})`,
  open: 'Apri questi valori nel pianificatore',
  paste: 'Metti questo dopo l’indirizzo della pagina con il tuo pianificatore:',
  noWonDeals:
    'Quando ci saranno clienti vinti da un mese intero di richieste, qui staranno le loro quote, la vendita media e il tempo che serve, da cui partire per il prossimo piano.',

  behaviour: {
    pageViews: (least) => `Ha visto ${least} pagine o più`,
    activeSeconds: (least) => `È rimasta ${least} secondi o più`,
    ctaClicks: () => 'Ha premuto un invito all’azione',
    calculations: () => 'Ha usato il calcolatore',
    source: (value) => `Fonte: ${value}`,
    campaign: (value) => `Campagna: ${value}`,
    medium: (value) => `Canale: ${value}`,
  },
  not: (what) => `Non: ${what}`,
  said: (question, answer) => `${question}: ${answer}`,
};
