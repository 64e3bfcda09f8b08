import type { Generated, Selectable } from 'kysely';

/**
 * The database, table by table, as both SQL dialects keep it.
 *
 * A moment is ISO 8601 text in UTC, which sorts as time does; a day is its first ten characters. A flag is 0 or 1.
 * Money is in major units of the team's currency. JSON is text that only this package reads.
 */
export interface Tables {
  persons: PersonTable;
  requests: RequestTable;
  search_words: SearchWordTable;
  journal: JournalTable;
  accounts: AccountTable;
  sessions: SessionTable;
  links: LinkTable;
  attempts: AttemptTable;
  destinations: DestinationTable;
  messages: MessageTable;
  receipts: ReceiptTable;
  consents: ConsentTable;
  unread_leads: UnreadLeadTable;
  forgotten: ForgottenTable;
  tallies: TallyTable;
  spend: SpendTable;
  uploads: UploadTable;
  imports: ImportTable;
  mappings: MappingTable;
  objectives: ObjectiveTable;
  settings: SettingTable;
}

export type Flag = 0 | 1;

/** How far somebody has come. Each stage but the first has an owner: marketing up to `mql`, sales from `sql` on. */
export const stages = ['lead', 'mql', 'sql', 'opportunity', 'customer', 'lost'] as const;
export type Stage = (typeof stages)[number];

/** Whose turn it is. */
export const teams = ['marketing', 'sales'] as const;
export type Team = (typeof teams)[number];

/**
 * What is known of somebody's word on marketing e-mail: not asked or not ticked, ticked and not confirmed yet (double
 * opt-in), confirmed, taken back.
 */
export type MarketingWord = 'none' | 'asked' | 'confirmed' | 'withdrawn';

/** Somebody who asked, once or several times. */
export interface PersonTable {
  id: Generated<number>;
  /** One address, however it was typed: see `personKey`. With `test` it is unique; `null` once made anonymous. */
  key: string | null;
  /** Sent by the site's owner to try the form. Such people are in nobody's list. */
  test: Flag;
  email: string;
  name: string;
  company: string;
  phone: string;
  /** BCP 47, of the page of the latest request. */
  language: string;

  stage: Stage;
  /** Why they were lost; `''` otherwise. */
  lost_reason: string;
  /** `null`: nobody's, since every request of theirs is set aside or a test, or they are anonymous. */
  team: Team | null;
  /** Why sales gave them back to marketing; `''` if it did not, or has them again. */
  given_back: string;
  given_back_at: string | null;
  owner_id: number | null;
  /** Of the latest request, or of a hotter one that still waits; `null` if unscored. */
  temperature: 'cold' | 'warm' | 'hot' | null;
  score: number | null;
  /** Objected to being scored, by word to the team: see `stopScoring`. */
  unscored: Flag;

  /** Since when a request waits for an answer; `null` if none does. */
  waiting_since: string | null;
  /** When somebody first answered. */
  answered_at: Generated<string | null>;
  next_step: string;
  /** A day. */
  next_on: string | null;
  /** What was won with them. */
  revenue: number | null;
  /** When they became a customer or were lost. */
  closed_at: string | null;

  marketing: MarketingWord;
  marketing_at: string | null;

  /** Of the latest request. `''`: not said. */
  form: string;
  campaign: string;
  source: string;
  requests: number;
  first_at: string;
  last_at: string;
  anonymous: Flag;

  /**
   * When the first request of theirs came that counts: from then on they are a lead in every figure. `null` for tests,
   * and for those of whom everything is set aside. What brought them then stays, whatever they ask later.
   */
  asked_at: string | null;
  first_form: string;
  first_campaign: string;
  first_source: string;
  /** When they came to each stage, which whoever comes to a later one has passed; `null` for where they do not stand. */
  mql_at: string | null;
  sql_at: string | null;
  opportunity_at: string | null;
  customer_at: string | null;
  lost_at: string | null;
  /** When sales had them first. */
  hot_at: string | null;
  /** How long they then waited for an answer, in minutes; `null` before it. */
  contact_minutes: number | null;

  /** Made up, to show what the collector does. */
  example: Flag;
  /** Counts changes, so that two people who change the same thing at once are told. */
  version: number;
}

/** A lead as it arrived, and what the collector found out itself. */
export interface RequestTable {
  /** Order of arrival, by the store's count and not by anybody's clock. */
  sequence: Generated<number>;
  /** The envelope's id. */
  id: string;
  person_id: number;
  received_at: string;
  test: Flag;
  /** May come from a program, and nobody has looked yet. */
  quarantine: Flag;
  temperature: 'cold' | 'warm' | 'hot' | null;
  form: string;
  campaign: string;
  source: string;
  /** JSON: the checked lead, without what was not consented to, with the collector's own score. */
  envelope: string;
  /** JSON: the score that the sender claimed, where it differs from ours. */
  claimed_score: string | null;
  /** See `bodyDigest`. */
  body_digest: string;
}

/** The words under which a person is found, in small letters. */
export interface SearchWordTable {
  word: string;
  person_id: number;
}

/** What happened to a person: who did it, and when. Nothing is ever changed here but for a person's rights. */
export interface JournalTable {
  id: Generated<number>;
  person_id: number;
  at: string;
  /** The day on which it happened, where that was told later: by a file. */
  happened_on: string | null;
  /** `null`: the person, or the collector itself. */
  account_id: number | null;
  kind: JournalKind;
  /** What somebody wrote: a note, a reason. */
  text: string;
  /** JSON: what of the person it changed, by columns; `null` if nothing. */
  before: string | null;
  after: string | null;
  /** The entry that took this one back. */
  undone_by: number | null;
}

export type JournalKind =
  | 'request'
  | 'stage'
  | 'owner'
  | 'handed-over'
  | 'given-back'
  | 'answered'
  | 'next-step'
  | 'note'
  | 'marketing'
  | 'unscored'
  | 'released'
  | 'imported'
  | 'undo';

export const roles = ['marketing', 'sales', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody of the team. */
export interface AccountTable {
  id: Generated<number>;
  /** In small letters; unique. */
  email: string;
  name: string;
  role: Role;
  /** `null` until they have chosen one. */
  password_hash: string | null;
  language: string;
  /** Whether hot leads are told to them by e-mail. */
  alerts: Flag;
  created_at: string;
  disabled_at: string | null;
}

export interface SessionTable {
  /** SHA-256 of what the browser has. */
  token_hash: string;
  account_id: number;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

/** An address with which somebody of the team chooses a password. Those in mails to people are not here: see `signedToken`. */
export interface LinkTable {
  /** SHA-256 of what stands in the address. */
  token_hash: string;
  /** `null`: of the first admin, who has no account yet. */
  account_id: number | null;
  created_at: string;
  expires_at: string | null;
}

/** How often something was tried that may not be tried often. */
export interface AttemptTable {
  /** What was tried, and by whom. */
  key: string;
  count: number;
  until: string;
}

/** The kinds of programs that are told of leads: see `receivers`. */
export const receiverNames = [
  'brevo',
  'mailchimp',
  'hubspot',
  'pipedrive',
  'slack',
  'mail',
  'webhook',
] as const;
export type ReceiverName = (typeof receiverNames)[number];

/** One such program, as an admin has set it up. */
export interface DestinationTable {
  id: Generated<number>;
  receiver: ReceiverName;
  /** JSON: what it is reached with, by the names of its receiver's settings. Keys and secret addresses are among it. */
  settings: string;
  /** JSON: what it calls a field of ours that it is told, by our names. */
  fields: string;
  /** `whsec_…`: what calls of a webhook are signed with; `''` for others. */
  secret: string;
  /** The one before, which signs as well until then: the receiver changes over when it suits. */
  old_secret: string | null;
  old_secret_until: string | null;
  /** Names of events, with a space between them. */
  events: string;
  /** It is told of what happens while it is. */
  active: Flag;
  /** When its receiver answered that it is there no more, by which it was paused; `null` otherwise. */
  gone_at: string | null;
  /** What came of the last try to tell it: `''` if it took it, else a `Trouble` with what it said. */
  answer: Generated<string>;
  /** When that was; `null`: nothing was tried yet. */
  answered_at: string | null;
  created_at: string;
}

/** What is to be told: to a destination, or by e-mail to somebody of the team or to whoever asked. */
export interface MessageTable {
  id: Generated<number>;
  /** The same for all tries. */
  message_id: string;
  /** The way it goes: of a destination, its receiver. */
  channel: ReceiverName;
  destination_id: number | null;
  /** Whom it is about. */
  person_id: number | null;
  /** What it tells, such as `lead.hot`. */
  event: string;
  /** The address of a mail; `''` for a destination. */
  recipient: string;
  /** JSON; `''` once it is sent, since nobody needs it any more. */
  body: string;
  status: 'waiting' | 'sent' | 'failed';
  /** How often it was begun to be sent. */
  tries: number;
  /** Somebody has it in hand until `next_at`. */
  sending: Generated<Flag>;
  /** Not before this; while it is being sent, until when the sender has it. */
  next_at: string;
  /** What came of the last try, such as `status 500`, and what the receiver said of it: see `Trouble`. */
  error: string;
  created_at: string;
  sent_at: string | null;
}

/** That a destination has been told of somebody: what is erased here may have to be erased there. */
export interface ReceiptTable {
  person_id: number;
  destination_id: number;
  first_at: string;
  last_at: string;
  /** The number or name under which it has them; `''` where it gave none. */
  their_id: string;
}

/**
 * Proof of what somebody agreed to who has been made anonymous since. Of everybody else it is in their requests. It
 * names the address and leads to no person: otherwise it would say who the anonymous one was.
 */
export interface ConsentTable {
  id: Generated<number>;
  /** See `personKey`. */
  key: string;
  purpose: string;
  /** The exact words agreed to. */
  text: string;
  version: string;
  /** JSON: address of the policy, hash, language, page, form; what they said later, by a link of ours or to the team. */
  details: string;
  /** When they agreed. */
  at: string;
  /** When they became anonymous: from then on it is kept for so long as the rule says. */
  kept_at: string;
}

/** A lead of a collector from before people were worked that cannot be read any more: for whoever can mend it. */
export interface UnreadLeadTable {
  id: Generated<number>;
  /** Whose it is: see `personKey`. */
  key: string;
  received_at: string;
  /** As it was found. */
  text: string;
}

/** Who was erased, and what: so that neither an import nor a late try brings them back. */
export interface ForgottenTable {
  /** Keyed hash of a person's key, or of a request's id. */
  hash: string;
  at: string;
}

export interface TallyTable {
  day: string;
  form: string;
  campaign: string;
  event: string;
  number: number;
  example: Flag;
}

/** What money is spent on: the kinds of cost that the model of a campaign has. */
export const spendKinds = ['media', 'production', 'agency', 'tools', 'sales'] as const;
export type SpendKind = (typeof spendKinds)[number];

/** What was spent on a day, and what media brought for it. A day, a source, a campaign and a kind have one row. */
export interface SpendTable {
  id: Generated<number>;
  /** A day, or a month where no day is known: `2026-11`. Days that are known besides are part of their month. */
  day: string;
  /** `''`: not said, or of all. */
  source: string;
  campaign: string;
  kind: SpendKind;
  amount: number;
  /** `null`: not known. */
  impressions: number | null;
  clicks: number | null;
  example: Flag;
}

/** What is read from files. */
export const importKinds = ['spend', 'outcomes'] as const;
export type ImportKind = (typeof importKinds)[number];

/** A file that waits for somebody to say how it is read. It goes once it was read, and after a day by itself. */
export interface UploadTable {
  id: Generated<number>;
  at: string;
  account_id: number;
  kind: ImportKind;
  /** The name of the file. */
  file: string;
  /** The file itself: gzip, in Base64. */
  content: string;
}

/** A file that was read, or a cost that was written by hand, and what came of it. */
export interface ImportTable {
  id: Generated<number>;
  at: string;
  account_id: number;
  kind: ImportKind;
  /** The name of the file; `''` for what was written by hand. */
  file: string;
  /** Rows of the file; of these: new to us, changed something, said what was known, were overtaken by something newer, could not be taken. */
  total: number;
  added: number;
  changed: number;
  same: number;
  newer: number;
  refused: number;
  /** The rows that could not be taken, with why: JSON, gzip, in Base64; `''` for none, and after a day. */
  refused_rows: string;
}

/** How a file with these columns was read: kept, so that the next one needs no questions. */
export interface MappingTable {
  id: Generated<number>;
  kind: ImportKind;
  /** Names the set of columns: see `headerKey`. */
  header: string;
  /** JSON: see `SavedMapping`. */
  mapping: string;
  saved_at: string;
}

/** What was spent, wherever it is kept. */
export type Cost = Omit<SpendTable, 'id' | 'example'>;

/**
 * What marketing and sales agreed on. Nothing of it is ever edited: what is agreed later supersedes it. It is in force
 * from when the second of both agreed.
 */
export interface ObjectiveTable {
  id: Generated<number>;
  name: string;
  /** JSON: campaign, goal and what each owner delivers, as they were agreed on: see `Agreed`. */
  agreed: string;
  /** A day. The plan's first month begins with it. */
  starts_on: string;
  /** A day, the first that does not belong to it any more. */
  ends_on: string;
  /** JSON: the campaigns whose leads count for it; all where there are none. */
  campaigns: string;
  proposed_at: string;
  proposed_by: number;
  marketing_by: number | null;
  marketing_at: string | null;
  sales_by: number | null;
  sales_at: string | null;
  /** When a later one came into force, or it was withdrawn. */
  ended_at: string | null;
  example: Flag;
}

export interface SettingTable {
  name: string;
  /** JSON */
  value: string;
}

export type Person = Selectable<PersonTable>;
/** Somebody who is not in the database yet. */
export type NewPerson = Omit<Person, 'id'>;
export type StoredRequest = Selectable<RequestTable>;
export type JournalEntry = Selectable<JournalTable>;
export type Account = Selectable<AccountTable>;
export type Destination = Selectable<DestinationTable>;
export type Message = Selectable<MessageTable>;
export type Upload = Selectable<UploadTable>;
export type Import = Selectable<ImportTable>;
export type Objective = Selectable<ObjectiveTable>;
