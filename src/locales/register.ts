import { registerLocale } from '../i18n/locales.ts';
import * as en from './en.ts';
import * as it from './it.ts';

// The languages that are built in, a line each for every part: what a script does not say is not in it. The first one
// speaks where none of them is asked for.

export function registerForm(): void {
  registerLocale('en', { form: en.form });
  registerLocale('it', { form: it.form });
}

export function registerCalculator(): void {
  registerLocale('en', { calculator: en.calculator });
  registerLocale('it', { calculator: it.calculator });
}

export function registerPlanner(): void {
  registerLocale('en', { cash: en.cash, planner: en.planner, share: en.share, presets: en.presets });
  registerLocale('it', { cash: it.cash, planner: it.planner, share: it.share, presets: it.presets });
}
