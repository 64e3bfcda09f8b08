// Gives every <roi-calculator> its planning panels. To be imported before the element is defined.
import './elements/roi-calculator/planner/install.ts';
import { registerLocale } from './i18n/locales.ts';
import { cash as enCash, planner as enPlanner, share as enShare } from './locales/en.ts';
import { cash as itCash, planner as itPlanner, share as itShare } from './locales/it.ts';

registerLocale('en', { cash: enCash, planner: enPlanner, share: enShare });
registerLocale('it', { cash: itCash, planner: itPlanner, share: itShare });
