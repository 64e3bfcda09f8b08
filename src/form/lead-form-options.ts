import { flag, link, type OptionsGiven, oneOf, text, texts } from '../options/option.ts';
import { sharedOptions } from '../options/shared-options.ts';
import { fieldList } from './field-choice.ts';

/** Everything an owner can set on a `<lead-form>`. One line an option: the place to add the next. */
export const leadFormOptions = {
  ...sharedOptions,
  endpoint: text,
  contentType: oneOf('text/plain', 'application/json'),
  unreadable: flag,
  receipt: text,
  fields: fieldList,
  /** What is sent, and its words. */
  interests: texts,
  name: text,
  variant: text,
  controller: text,
  policyUrl: link,
  policyVersion: text,
  fallback: text,
};

/** What `<lead-form>` can be told, as `config` or as its JSON child. */
export type LeadFormConfig = OptionsGiven<typeof leadFormOptions>;
