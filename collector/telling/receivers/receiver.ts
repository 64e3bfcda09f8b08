import type { ReceiverName } from '../../store/tables.ts';
import type { Words } from '../../words/words.ts';
import type { AddressProblem } from '../address-problem.ts';
import type { AskReceiver } from '../ask-receiver.ts';
import type { EventName } from '../happening.ts';
import type { Mail } from '../queue-mail.ts';
import type { Sending } from '../sending.ts';
import type { LeadField } from './lead-fields.ts';
import type { Told } from './told.ts';

/** What is wrong with a setting as it was typed. */
export type SettingProblem = AddressProblem | 'missing' | 'malformed';

/** What an admin fills in, so that a receiver can be reached. */
export interface Setting {
  /** Its words are at the receiver's. */
  name: string;
  /** Of a secret only the last four characters are ever shown again. */
  kind: 'text' | 'secret' | 'language';
  isOptional?: true;
  /** What it looks like; what it should look like is said in words. */
  problem(text: string): SettingProblem | null;
}

/** What is to be told, and how. */
export interface Errand {
  told: Told;
  /** By the names of the receiver's settings; `''` where an optional one is not set. */
  settings: Readonly<Record<string, string>>;
  /** What of the lead is told, by the receiver's own names. */
  values: Readonly<Record<string, string | number>>;
  /** In the language of the destination. */
  words: Words;
  /** ISO 4217: of what was won. */
  currency: string;
  now: Date;
  ask: AskReceiver;
  /** Sends an e-mail by the team's mail server. */
  mail: (mail: Mail & { recipient: string }) => Promise<Sending>;
}

/** A kind of program that can be told of leads: a row of the table. */
export interface Receiver {
  name: ReceiverName;
  /** It is reached by the team's mail server. */
  needsMail?: true;
  settings: readonly Setting[];
  /** What it is told of unless an admin says otherwise. */
  events: readonly EventName[];
  /** `marketing`: a tool that writes to people. It hears of nobody who has not confirmed that they want news. */
  consent: 'none' | 'marketing';
  /**
   * Whether it has one entry a person. Then it is told how they stand when it is told, and not how they stood when
   * something happened: a try that comes late, or twice, writes nothing older over what is newer.
   */
  keepsPeople: boolean;
  /** What it calls our fields, `true` for our own word; `null`: it is told everything, by our names. */
  fields: Readonly<Partial<Record<LeadField, string | true>>> | null;
  /** What a name of its fields looks like. */
  fieldName: RegExp;
  /** Tells it; `null`: it is called as Standard Webhooks say (`callWebhook`). */
  tell: ((errand: Errand) => Promise<Sending>) | null;
  /** Tells a tool that writes to people to write to somebody no more. */
  takeOff?: (errand: Errand) => Promise<Sending>;
}
