import { count } from '../count.ts';
import type { Words } from '../en/en.ts';

export const rights: Words['rights'] = {
  optInMail: {
    subject: (name) => `Conferma: ${name} può mandarti novità?`,
    text: ({ name, confirm, stop }) => `Ciao,

sul sito di ${name} qualcuno ha lasciato questo indirizzo e ha spuntato una casella: ${name} può mandare novità qui.
Se sei stato tu, conferma. Il link apre una pagina con un pulsante e vale 30 giorni:

${confirm}

Se non sei stato tu, non fare nulla: senza conferma non ricevi novità.

Non vuoi più email di questo tipo?
${stop}
`,
  },
  links: {
    'opt-in': {
      title: 'Possiamo mandarti novità via email?',
      text: (name) =>
        `Premi il pulsante per confermare che ${name} può farlo. Puoi cambiare idea quando vuoi: in ogni email trovi il link.`,
      button: 'Sì, mandatemi novità',
      doneTitle: 'Confermato',
      doneText: (name) =>
        `Grazie. Ora ${name} può mandarti novità via email. In ogni email trovi il link per non riceverne più.`,
    },
    'way-out': {
      title: 'Non vuoi più novità via email?',
      text: (name) =>
        `Premi il pulsante e ${name} non te ne manda più. Alle tue richieste riceverai comunque risposta.`,
      button: 'Non mandatemi più email',
      doneTitle: 'Niente più email',
      doneText: (name) =>
        `Fatto: ${name} non ti manda più novità. Alle tue richieste riceverai comunque risposta.`,
    },
  },
  deadLink: {
    title: 'Questo link non funziona più',
    text: 'Forse è scaduto o non è completo. Se lo hai copiato, copialo per intero. Se serviva a confermare che vuoi ricevere novità, puoi spuntare di nuovo la casella nel nostro modulo.',
  },

  title: 'Diritti delle persone',
  done: {
    erased: 'Cancellato. Di questo indirizzo non resta nulla.',
    anonymised: 'Reso anonimo. I numeri restano e non portano a nessuno.',
    unscored: 'Annotato. Le sue richieste non hanno più un punteggio, nemmeno quelle future.',
    retention: 'Salvato. Le regole valgono entro un’ora.',
  },
  find: {
    title: 'Qualcuno chiede che cosa sai di lui',
    text: 'Cerca il suo indirizzo per consegnare, cancellare o rendere anonimo quello che sai.',
    email: 'Indirizzo email',
    button: 'Cerca',
    error: 'Non è un indirizzo email. Scrivilo per intero, per esempio ada@shop.example.',
    nobody: 'Di questo indirizzo non si sa nulla.',
    forgotten: 'Di questo indirizzo non si sa nulla: i dati sono stati cancellati.',
  },
  known: {
    title: 'Che cosa si sa',
    address: 'Indirizzo',
    person: 'Persona',
    testPerson: 'Ha provato il modulo',
    name: 'Nome',
    company: 'Azienda',
    phone: 'Telefono',
    asked: 'Richieste',
    times: (number, first, last) =>
      number === 1 ? `una, il ${last}` : `${number}, la prima il ${first}, l’ultima il ${last}`,
    scoring: 'Punteggio',
    scored: 'secondo le regole',
    unscored: 'nessuno: si è opposto',
    unscoreText: 'Se la persona si oppone al punteggio.',
    unscore: 'Non dare più un punteggio',
    marketing: 'Novità via email',
    marketingWords: {
      none: 'non richieste',
      asked: 'richieste, non confermate',
      confirmed: 'confermate',
      withdrawn: 'consenso revocato',
    },
    nothing: 'non si sa',
    stored: 'Che cosa è salvato',
    tables: {
      persons: (number) => count(number, 'persona', 'persone'),
      requests: (number) => count(number, 'richiesta', 'richieste'),
      search_words: (number) => count(number, 'parola per trovarla', 'parole per trovarla'),
      journal: (number) => count(number, 'voce di cronologia', 'voci di cronologia'),
      unread_leads: (number) =>
        count(number, 'vecchia richiesta illeggibile', 'vecchie richieste illeggibili'),
      receipts: (number) =>
        count(number, 'ricevuta di un programma avvisato', 'ricevute di programmi avvisati'),
      messages: (number) =>
        count(
          number,
          'messaggio che la riguarda, in attesa o inviato',
          'messaggi che la riguardano, in attesa o inviati',
        ),
      consents: (number) => count(number, 'prova di consenso conservata', 'prove di consenso conservate'),
    },
    exportText: 'Tutto in un solo file (JSON), da consegnare alla persona.',
    export: 'Scarica tutto',
    other: 'Un altro indirizzo',
  },
  remove: {
    erase: {
      text: 'Se la persona chiede la cancellazione.',
      button: 'Cancella…',
      title: 'Cancellare per sempre?',
      goes: 'Questo sparisce e non si può recuperare:',
      stays:
        'Resta un hash con chiave, da cui nessuno risale all’indirizzo: impedisce che un’importazione o un invio in ritardo lo riporti qui. I messaggi già partiti non si possono richiamare, e le copie nei backup spariscono quando i backup vengono sostituiti.',
      sure: 'Cancella per sempre',
    },
    anonymise: {
      text: 'Se la persona non serve più, ma i numeri sì.',
      button: 'Rendi anonimo…',
      title: 'Rendere anonimo per sempre?',
      goes: 'Nome, indirizzo, azienda, telefono, quello che ha scritto e le note spariscono e non si possono recuperare. Vengono tolti da:',
      stays:
        'Fase, date, fatturato, temperatura, modulo, campagna e fonte restano come numeri che non portano a nessuno. Le prove di consenso restano a parte, per il tempo previsto dalla regola. Chi ha solo provato un modulo viene cancellato.',
      sure: 'Rendi anonimo per sempre',
    },
    keep: 'Non fare nulla',
  },
  retention: {
    title: 'Per quanto tempo si conserva',
    text: 'Quello che è più vecchio sparisce da solo, ogni ora, e non si può recuperare. Lascia vuoto un campo per conservare finché qualcuno non chiede.',
    rules: {
      leads: { label: 'Lead non vinti', hint: 'Resi anonimi dopo l’ultima richiesta o modifica.' },
      customers: { label: 'Clienti', hint: 'Resi anonimi dopo l’ultima richiesta o modifica.' },
      aside: {
        label: 'Prove e richieste messe da parte',
        hint: 'Cancellate dopo l’arrivo, insieme a chi non ha inviato altro.',
      },
      proof: { label: 'Prove di consenso', hint: 'Cancellate dopo che la persona è stata resa anonima.' },
      messages: {
        label: 'Testo dei messaggi',
        hint: 'Svuotato dopo l’invio, o dopo l’ultimo tentativo. Resta scritto che sono partiti.',
      },
    },
    units: { months: 'mesi', days: 'giorni' },
    optional: 'vuoto: mai',
    error: (most) => `Non è un numero intero da 1 a ${most}. Scrivine uno o lascia vuoto.`,
    button: 'Salva le regole',
    shorter: (rules) =>
      `Non è ancora salvato. È meno di prima: ${rules.join(', ')}. Ciò che è più vecchio sparisce entro un’ora, per sempre.`,
    sure: 'Salva lo stesso',
  },
};
