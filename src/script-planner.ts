import './elements/roi-calculator/planner/install.ts';
import './define.ts';
import { sendTest } from './elements/lead-form/send-test.ts';
import { registerLocale } from './i18n/locales.ts';
import { installScript } from './install-script.ts';
import { cash as enCash, planner as enPlanner, share as enShare } from './locales/en.ts';
import { cash as itCash, planner as itPlanner, share as itShare } from './locales/it.ts';

registerLocale('en', { cash: enCash, planner: enPlanner, share: enShare });
registerLocale('it', { cash: itCash, planner: itPlanner, share: itShare });
installScript({ sendTest });
