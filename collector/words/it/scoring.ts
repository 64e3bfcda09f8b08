import type { Words } from '../en/en.ts';

export const scoring: Words['scoring'] = {
  title: 'Punteggio',
  intro:
    'Con queste regole ogni lead viene valutato quando arriva. Valgono dal prossimo lead: quelli già arrivati tengono il loro punteggio.',
  rules: 'Regole',
  rulesHint: 'Una per riga: una condizione e poi i punti; sotto zero per ciò che parla contro un lead.',
  example: 'Per esempio: budget=over-20k 25, oppure !company -5, oppure pageViews>=3 & click 10.',
  warm: 'Tiepido da',
  hot: 'Caldo da',
  thresholdHints: {
    warm: 'Punti da 0 a 100. Da qui in poi un lead è da coltivare per il marketing.',
    hot: 'Punti da 0 a 100. Da qui in poi un lead passa alle vendite.',
  },
  save: 'Salva le regole',
  reset: 'Torna alle nostre regole',
  own: 'Le regole del tuo team.',
  ours: 'Le nostre regole, finché il tuo team non ne ha di proprie.',
  saved: 'Salvate. Il prossimo lead viene valutato con queste regole.',
  notSaved: 'Non è stato ancora salvato nulla. Guarda ciò che è segnalato.',
  lineProblems: {
    'no-rule': (line) => `Riga ${line}: scrivi una condizione, uno spazio e i punti.`,
    'no-condition': (line) => `Riga ${line}: non è una condizione. Scrivi, per esempio, budget=over-20k.`,
    points: (line) => `Riga ${line}: i punti vanno da −100 a 100.`,
  },
  fieldProblems: {
    warm: 'Scrivi un numero intero da 0 a 100.',
    hot: 'Scrivi un numero intero da 0 a 100, non inferiore ai punti per tiepido.',
    rules: 'Le regole possono essere al massimo cento.',
  },
  forTag: 'Per il modulo sul tuo sito',
  forTagHint:
    'Metti questo nel JSON del modulo, e il browser valuta come voi: decide subito dove va un lead caldo.',
};
