import type { BrowserCommand } from 'vitest/node';
import { formHtml } from '../../scripts/form-html.ts';
import type { LeadFormConfig } from '../../src/form/lead-form-options.ts';

/** Prints a form for a test in a browser: the script that does it reads files, which no browser can. */
export const printForm: BrowserCommand<[config: LeadFormConfig]> = (_, config) => formHtml(config);

declare module 'vitest/browser' {
  interface BrowserCommands {
    printForm(config: LeadFormConfig): Promise<string>;
  }
}
