import type { Buying, ProfilePart } from '../lead/profile.ts';

/** What `<lead-form>` says. `{places}` are filled in; everything else is shown as it stands. */
export interface FormMessages {
  heading: string;
  submit: string;
  optional: string;
  choose: string;
  fields: Record<ProfilePart, string>;
  /** Words for the choices of a select, by field and value. */
  choices: Record<'interests' | keyof Buying, Record<string, string>>;
  errors: Record<
    | 'required'
    | 'choose'
    | 'email'
    | 'url'
    | 'phone'
    | 'tooShort'
    | 'tooLong'
    | 'number'
    | 'min'
    | 'max'
    | 'format',
    string
  >;
  /** Beside an e-mail address: `{address}` was probably meant, or cannot exist. */
  mistyped: string;
  doubtful: string;
  /** `{step}` of `{steps}`. */
  step: string;
  back: string;
  next: string;
  consent: Record<'marketing' | 'profiling', string>;
  /** `{controller}` answers the request; `neutral` where the owner has not said who. */
  privacy: string;
  neutral: string;
  /** With boxes above. */
  ticked: string;
  /** Where what is written is scored, with the box to say no. */
  scored: string;
  objection: string;
  policy: string;
  close: string;
  /** What became of the request. */
  states: Record<
    'sending' | 'accepted' | 'handed-over' | 'interrupted' | 'queued' | 'rejected' | 'unsaved' | 'tooLarge',
    string
  >;
  /** `{contact}` is the owner's own. */
  fallback: string;
  /** Shown where an owner has not connected the form. */
  unconnected: string;
  again: string;
  retry: string;
  copy: string;
  copied: string;
  discard: string;
  /** Before a request is thrown away; then the way back, and what is said afterwards. */
  discardQuestion: string;
  keep: string;
  discarded: string;
  /** A request of an earlier visit without a receipt, of `{date}`; `waiting` is still sent by itself. */
  kept: string;
  waiting: string;
  /** Of something that is stored and that this version of the script cannot read. */
  unreadable: string;
}
