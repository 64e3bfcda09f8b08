import type { Words } from '../en/en.ts';

export const telling: Words['telling'] = {
  events: {
    'lead.received': 'Arriva una richiesta',
    'lead.hot': 'Un lead è caldo',
    'lead.stage': 'Un lead cambia fase',
    'lead.won': 'Un lead diventa cliente',
    'lead.marketing': 'Qualcuno conferma di volere le novità, o non le vuole più',
  },
  otherEvents: { test: 'Prova' },
  messages: {
    title: 'Messaggi',
    intro:
      'Ciò che parte da qui: verso le destinazioni, e le e-mail. Quello che è stato inviato resta visibile per 30 giorni.',
    toDestinations: 'Destinazioni',
    noMail:
      'Non è impostato nessun server di posta: le e-mail aspettano e non vanno perse. Imposta UNISONO_URL, e UNISONO_SMTP come smtp://mail.example:587, e riavvia il collector.',
    filter: 'Mostra',
    statuses: { all: 'Tutti', waiting: 'In attesa', failed: 'Non riusciti', sent: 'Inviati' },
    table: 'Messaggi, dal più recente',
    columns: {
      what: 'Che cosa',
      to: 'A chi',
      created: 'Dal',
      status: 'Stato',
      tries: 'Tentativi',
      next: 'Prossimo tentativo',
      error: 'Ultimo errore',
      action: 'Azione',
    },
    sending: 'In partenza',
    deleted: 'Una destinazione eliminata',
    paused: 'In attesa: la destinazione è in pausa',
    noServer: 'In attesa: manca il server di posta',
    about: (person) => `Lead ${person}`,
    none: 'Non ce n’è nessuno.',
    older: 'Meno recenti',
    newest: 'Torna ai più recenti',
    again: 'Invia di nuovo',
    now: 'Invia subito',
    done: {
      sent: 'Parte tra un momento.',
      'too-late': 'È già in partenza, già inviato o non c’è più. Non è cambiato nulla.',
    },
  },
  troubles: {
    status: (status) => `Il destinatario ha risposto ${status}`,
    'key-refused': (status) =>
      `Il destinatario non accetta la chiave, o la chiave non lo permette (${status})`,
    refused: (status) => `Il destinatario lo ha rifiutato definitivamente (${status})`,
    'no-receipt': () => 'La risposta non è di questo destinatario: forse c’è qualcos’altro in mezzo',
    'too-slow': () => 'Nessuna risposta in tempo',
    unreachable: (cause) => `Non raggiungibile (${cause})`,
    'recipient-refused': (code) => `Per il server di posta questo destinatario non può esistere (${code})`,
    'mail-refused': (code) => `Il server di posta non lo ha accettato (${code})`,
    'own-fault': () => 'Il collector non ha potuto provarci: il motivo è nel suo log',
  },
  alert: {
    hot: {
      subject: (who) => `Lead caldo: ${who}`,
      opening: (who, score) => `${who}: nuova richiesta, lead caldo${score ? ` (punteggio ${score})` : ''}.`,
    },
    handedOver: {
      subject: (who) => `Passato alle vendite: ${who}`,
      opening: (who, score) => `Il marketing ti passa ${who}${score ? ` (punteggio ${score})` : ''}.`,
    },
    why: 'Che cosa parla a favore:',
    takeOver: 'Prendilo in carico:',
    wayOut: 'Ricevi questa e-mail perché hai attivi gli avvisi sui lead caldi. Per non riceverne più:',
  },
};
