// Gives every <roi-calculator> its planning panels. To be imported before the element is defined.
import './elements/planner/install.ts';
import { registerLocale } from './i18n/locales.ts';
import {
  cash as enCash,
  planner as enPlanner,
  presets as enPresets,
  share as enShare,
} from './locales/en.ts';
import {
  cash as itCash,
  planner as itPlanner,
  presets as itPresets,
  share as itShare,
} from './locales/it.ts';

registerLocale('en', { cash: enCash, planner: enPlanner, share: enShare, presets: enPresets });
registerLocale('it', { cash: itCash, planner: itPlanner, share: itShare, presets: itPresets });
