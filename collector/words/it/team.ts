import type { Words } from '../en/en.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const team: Words['team'] = {
  notSaved: 'Non salvato. Accanto al campo trovi che cosa correggere.',
  backHome: 'Vai al tuo elenco',
  roles: { marketing: 'Marketing', sales: 'Vendite', admin: 'Amministratore' },
  fields: {
    email: 'Indirizzo e-mail',
    name: 'Nome',
    role: 'Ruolo',
    password: 'Password',
    newPassword: 'Nuova password',
    oldPassword: 'Password attuale',
    language: 'Lingua',
    alerts: 'Avvisami per e-mail quando arriva un lead caldo',
  },
  hints: {
    password: (least) =>
      `Almeno ${least} caratteri. Qualche parola in fila si ricorda facilmente ed è difficile da indovinare.`,
  },
  problems: {
    email: 'Scrivi un indirizzo e-mail, per esempio ada@shop.example.',
    name: (most) => `Scrivi un nome di al massimo ${most} caratteri.`,
    role: 'Scegli tra marketing, vendite e amministratore.',
    language: 'Scegli una delle lingue dell’elenco.',
    tooShort: (least, count) => `La password deve avere almeno ${least} caratteri; questa ne ha ${count}.`,
    tooLong: (most) => `La password può avere al massimo ${most} caratteri.`,
    oldPassword: 'Questa non è la tua password.',
    taken: 'Una persona del team ha già questo indirizzo.',
  },
  signIn: {
    title: 'Accedi',
    press: 'Accedi',
    wrong: 'Indirizzo e-mail e password non corrispondono. Controllali entrambi, anche le maiuscole.',
    forgotten: 'Hai dimenticato la password? Un amministratore del tuo team ti dà un nuovo link.',
    demo: 'Questa è una dimostrazione con persone inventate: i campi sono già compilati.',
    limited: (minutes) =>
      `Troppe password sbagliate. L’accesso è chiuso per ${many(minutes, 'minuto', 'minuti')}, anche con la password giusta.`,
  },
  welcome: {
    first: 'Ti diamo il benvenuto: sei il primo amministratore',
    firstAbout: 'Questo link vale una volta sola. Poi inviti tu gli altri.',
    title: 'Scegli la tua password',
    about: (name, email) => `Per ${name}, ${email}. Questo link vale una volta sola.`,
    press: 'Salva e accedi',
    voidTitle: 'Questo link è già stato usato o è scaduto',
    voidAbout:
      'Un amministratore del tuo team te ne dà uno nuovo. Per il primo amministratore basta riavviare il collector: ne stampa un altro.',
  },
  account: {
    title: 'Il tuo account',
    details: 'Tu',
    saveDetails: 'Salva',
    password: 'Password',
    changePassword: 'Cambia la password',
    passwordAbout: 'Qui l’accesso resta aperto; su tutti gli altri dispositivi viene chiuso.',
    sessions: 'Dove hai effettuato l’accesso',
    sessionColumns: { begun: 'Da', used: 'Ultimo utilizzo' },
    thisOne: 'qui',
    everywhere: 'Esci da tutti i dispositivi',
    done: {
      details: 'Salvato.',
      password: 'La password è cambiata. L’accesso dagli altri dispositivi è stato chiuso.',
    },
  },
  settings: {
    title: 'Impostazioni',
    pages: {
      account: { name: 'Il tuo account', about: 'Nome, lingua, password, avvisi' },
      team: { name: 'Team', about: 'Chi può entrare, e con quale ruolo' },
      scoring: { name: 'Punteggio', about: 'Che cosa rende un lead tiepido o caldo' },
      destinations: {
        name: 'Destinazioni',
        about: 'Quali altri strumenti vengono avvisati: newsletter, CRM, Slack, e-mail, webhook',
      },
      messages: { name: 'Messaggi', about: 'Che cosa è stato inviato e che cosa deve ancora partire' },
      rights: {
        name: 'Diritti delle persone',
        about: 'Esportazione, cancellazione e tempi di conservazione',
      },
    },
  },
  people: {
    title: 'Team',
    who: 'Chi può entrare',
    states: { active: 'Attivo', invited: 'Non ha ancora una password', disabled: 'Accesso sospeso' },
    you: 'tu',
    roleOf: (name) => `Ruolo di ${name}`,
    changeRole: 'Cambia ruolo',
    disable: 'Sospendi l’accesso',
    enable: 'Riattiva l’accesso',
    link: 'Nuovo link',
    forWhom: (what, name) => `${what}: ${name}`,
    invite: 'Invita una persona',
    inviteAbout: (days) =>
      `Riceve un link con cui sceglie una password. Vale una volta sola, per ${days} giorni.`,
    pressInvite: 'Invita',
    handOver: (name) => `Link per ${name}`,
    handOverAbout: (days) =>
      `Lo vedi solo adesso; vale una volta sola, per ${days} giorni. Mandalo in un modo che solo questa persona possa leggere.`,
    isMailed: (email) => `È in partenza anche per ${email}.`,
    theLink: 'Link',
    done: {
      role: 'Il ruolo è cambiato.',
      disable: 'Accesso sospeso: è stata chiusa ogni sessione aperta.',
      enable: 'L’accesso è di nuovo attivo.',
    },
    refused: {
      'last-admin':
        'Non fatto: non resterebbe nessuno che possa far entrare gli altri. Prima nomina amministratore un’altra persona che abbia già fatto accesso.',
      gone: 'Non fatto: questa persona non fa più parte del team.',
      disabled: 'Non fatto: l’accesso di questa persona è sospeso. Prima riattivalo.',
      unknown: 'Non fatto: scegli uno dei pulsanti di questa pagina.',
    },
  },
  mail: {
    subject: 'Il tuo link per Unisono',
    text: (name, link, days) =>
      `Ciao ${name},\n\ncon questo link scegli la password per Unisono, dove il tuo team lavora i lead:\n\n${link}\n\nVale una volta sola, per ${days} giorni. Se non te lo aspettavi, chiedi a un amministratore del tuo team.\n`,
  },
  refusals: {
    'not-signed-in': {
      title: 'Non hai effettuato l’accesso',
      text: 'La tua sessione è finita, quindi non è cambiato nulla. Accedi e ripeti l’operazione.',
    },
    'foreign-form': {
      title: 'Non fatto',
      text: 'La richiesta non è partita da una delle nostre pagine, quindi non è cambiato nulla. Apri la pagina da qui e ripeti l’operazione.',
    },
    'host-not-allowed': {
      title: 'Non con questo nome',
      text: 'I lead sono dati personali: si vedono solo all’indirizzo di questo collector.',
    },
    'body-too-large': {
      title: 'Troppo lungo',
      text: 'Hai inviato più di 1 MB, o più di 5 MB con un file. Non è cambiato nulla.',
    },
    'too-many': { title: 'Troppe richieste', text: 'Non è cambiato nulla. Riprova tra un momento.' },
    'bad-query': { title: 'Non capito', text: 'In questo indirizzo c’è qualcosa che non ci aspettavamo.' },
    'not-found': { title: 'Qui non c’è nulla' },
    'not-allowed': { title: 'Non per il tuo ruolo' },
    'collector-failed': { title: 'Qualcosa è andato storto' },
    'store-unavailable': {
      title: 'Il database non risponde',
      pressed: 'Forse non è stato fatto. Controlla tra un momento e, se serve, ripeti l’operazione.',
    },
  },
  signInLink: 'Accedi',
};
