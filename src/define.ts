import './elements/lead-form/define.ts';
import './elements/roi-calculator/define.ts';
import { registerLocale } from './i18n/locales.ts';
import * as en from './locales/en.ts';
import * as it from './locales/it.ts';

registerLocale('en', en);
registerLocale('it', it);
