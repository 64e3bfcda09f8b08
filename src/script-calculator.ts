import './elements/roi-calculator/define.ts';
import { registerLocale } from './i18n/locales.ts';
import { installScript } from './install-script.ts';
import { calculator as en } from './locales/en.ts';
import { calculator as it } from './locales/it.ts';

registerLocale('en', { calculator: en });
registerLocale('it', { calculator: it });
installScript({});
