import type { Words } from '../en/en.ts';

export const example: Words['example'] = {
  banner:
    'Dati di esempio: tre mesi di richieste inventate, per mostrare che cosa c’è qui. Hanno il segno “Esempio”.',
  clear: 'Elimina l’esempio',
  cleared: 'L’esempio non c’è più. Ciò che hanno inviato le persone vere è ancora qui.',
};
