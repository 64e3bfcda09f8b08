import './elements/roi-calculator/define.ts';
import './elements/lead-form/define.ts';
import { registerLocale } from './i18n/locales.ts';
import { calculator as enCalculator, form as enForm } from './locales/en.ts';
import { calculator as itCalculator, form as itForm } from './locales/it.ts';

registerLocale('en', { form: enForm, calculator: enCalculator });
registerLocale('it', { form: itForm, calculator: itCalculator });
