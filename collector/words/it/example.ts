import type { Words } from '../en/en.ts';

export const example: Words['example'] = {
  banner:
    'Dati di esempio: tre mesi di richieste inventate, per mostrare che cosa c’è qui. Hanno il segno “Esempio”.',
  clear: 'Elimina l’esempio',
  clearHint:
    'Sparisce tutto ciò che ha il segno, per sempre, e con esso quello che ci hai provato. Ciò che hanno inviato le persone vere resta.',
  clearNow: 'Elimina adesso',
  cleared: 'L’esempio non c’è più. Ciò che hanno inviato le persone vere è ancora qui.',
};
