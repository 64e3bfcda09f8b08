import './elements/lead-form/define.ts';
import { sendTest } from './elements/lead-form/send-test.ts';
import { registerLocale } from './i18n/locales.ts';
import { installScript } from './install-script.ts';
import { form as en } from './locales/en.ts';
import { form as it } from './locales/it.ts';

registerLocale('en', { form: en });
registerLocale('it', { form: it });
installScript({ sendTest });
