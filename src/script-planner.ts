import './elements/roi-calculator/planner/install.ts';
import './define.ts';
import { sendTest } from './elements/lead-form/send-test.ts';
import { registerLocale } from './i18n/locales.ts';
import { installScript } from './install-script.ts';
import { planner as en } from './locales/en.ts';
import { planner as it } from './locales/it.ts';

registerLocale('en', { planner: en });
registerLocale('it', { planner: it });
installScript({ sendTest });
