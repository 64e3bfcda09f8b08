import { type AdapterName, adapters } from '../delivery/adapters.ts';
import { termsOf } from '../lead/condition.ts';
import { purposes } from '../lead/consent.ts';
import {
  flag,
  link,
  type Option,
  type OptionsGiven,
  type OptionValues,
  oneOf,
  record,
  text,
  texts,
  words,
} from '../options/option.ts';
import { sharedOptions } from '../options/shared-options.ts';
import { fieldList } from './question.ts';
import { scoring } from './scoring-option.ts';

/** The boxes that are asked: purposes with our words (`''`), or with the owner's own. */
const boxes: Option<Record<string, string>, string | readonly string[] | Record<string, string>> = {
  expected: `some of ${purposes.join(', ')}, or purposes with their words`,
  read(value) {
    const own = texts.read(value);
    if (own) return Object.keys(own).every((name) => /^[a-z][\w.-]{0,49}$/i.test(name)) ? own : undefined;
    const named = typeof value === 'string' || Array.isArray(value) ? words(value) : ['?'];
    return named.every((name) => (purposes as readonly string[]).includes(name))
      ? Object.fromEntries(named.map((name) => [name, '']))
      : undefined;
  },
};

const names: Option<string[], string | readonly string[]> = { expected: 'names', read: words };

const count: Option<number, string | number> = {
  expected: 'a whole number from 1',
  read: (value) => (/^[1-9]\d?$/.test(`${value}`) ? Number(value) : undefined),
};

/** What a person can do after the request was sent. */
export interface NextStep {
  text?: string;
  /** https. `{email}` and `{name}` in it are filled in. */
  link?: string;
  label?: string;
}

const step: Option<NextStep> = {
  expected: 'an object with text, link (https) and label',
  read(value) {
    const said = texts.read(value);
    const { link: to = '' } = said ?? {};
    return said && /^(https:\/\/\S+)?$/.test(to) ? said : undefined;
  },
};

/** What is said of one receiver: in attributes of the form, or in a row of `destinations`. */
export const receiverOptions = {
  endpoint: text,
  /** Which names there are, whoever sends to one of them says: an unknown one must not be passed over. */
  destination: { ...(text as Option<string, AdapterName>), choices: Object.keys(adapters) as AdapterName[] },
  portal: text,
  form: text,
  subscription: text,
  sends: text,
  contentType: oneOf('text/plain', 'application/json'),
  unreadable: flag,
  receipt: text,
};

/** A receiver beside or in place of the form's own. */
export interface FurtherReceiver extends OptionValues<typeof receiverOptions> {
  /** Which leads it gets: see `termsOf`. All where absent. */
  when?: string;
}

const parts = [...Object.keys(receiverOptions), 'when'];

/** A row that has a part misspelt might send a lead where it was not meant to go: it is none. */
const isReceiver = (row: unknown): row is FurtherReceiver => {
  const given = record.read(row) ?? { '': row };
  const isSound = Object.entries(given).every(
    ([part, value]) =>
      parts.includes(part) && typeof value === (part === 'unreadable' ? 'boolean' : 'string'),
  );
  return isSound && termsOf(`${given.when ?? 'email'}`) !== null;
};

const destinations: Option<readonly FurtherReceiver[]> = {
  expected: `a list of ${parts.join(', ')}`,
  read: (value) => (Array.isArray(value) && value.every(isReceiver) ? value : undefined),
};

/** Everything an owner can set on a `<lead-form>`. One line an option: the place to add the next. */
export const leadFormOptions = {
  ...sharedOptions,
  ...receiverOptions,
  destinations,
  hotEndpoint: text,
  tallyEndpoint: text,
  fields: fieldList,
  /** What is sent, and its words. */
  interests: texts,
  consents: boxes,
  prefill: names,
  progressive: count,
  name: text,
  variant: text,
  controller: text,
  policyUrl: link,
  policyVersion: text,
  fallback: text,
  noScoring: flag,
  scoring,
  nextStep: step,
  hotStep: step,
  redirect: link,
  dialog: flag,
  remember: oneOf('tab'),
};

/** What `<lead-form>` can be told, as `config` or as its JSON child. */
export type LeadFormConfig = OptionsGiven<typeof leadFormOptions>;
