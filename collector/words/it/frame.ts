import type { Words } from '../en/en.ts';

export const frame: Words['frame'] = {
  product: 'Unisono',
  skip: 'Vai al contenuto',
  sections: {
    sales: 'Vendite',
    marketing: 'Marketing',
    leads: 'Lead',
    objective: 'Obiettivo',
    target: 'Target',
    results: 'Risultati',
    imports: 'Importa',
    settings: 'Impostazioni',
  },
  signOut: 'Esci',
  otherLanguage: 'English',
  notFound: 'A questo indirizzo non c’è nulla.',
  notAllowed: 'Il tuo ruolo non comprende questa pagina.',
  failed: 'Qualcosa è andato storto e non è stato fatto. Riprova.',
  away: 'Il database non risponde. Non è cambiato nulla. Riprova tra un momento.',
  back: 'Indietro',
};
