import type { Envelope } from 'unisono/schema';
import { isGranted } from 'unisono/schema';
import type { MarketingWord, NewPerson, Person, Stage } from '../store/tables.ts';
import { wayAfter } from '../working/way-after.ts';
import { personKey } from './person-key.ts';

/** Whose request it is: who tries a form out is kept apart from who asks. */
export const personOf = ({ profile, test }: Envelope): { key: string; test: 0 | 1 } => ({
  key: personKey(profile.email),
  test: test ? 1 : 0,
});

const nameOf = ({ name, firstName, lastName }: Envelope['profile']): string =>
  name || [firstName, lastName].filter(Boolean).join(' ');

/** Characters of a name that lists and filters go by: no index takes many more. */
export const longestName = 200;

/** What is known of a request without looking into it again. */
export function summaryOf({ source, attribution, score }: Envelope) {
  const utm = attribution?.last?.utm ?? attribution?.current?.utm;
  return {
    form: source.form.slice(0, longestName),
    campaign: (utm?.campaign ?? '').slice(0, longestName),
    source: (utm?.source ?? '').slice(0, longestName),
    temperature: score?.temperature ?? null,
  };
}

const heat = { cold: 1, warm: 2, hot: 3 };
const heatOf = (temperature: Person['temperature']): number => (temperature ? heat[temperature] : 0);

/** A tick asks for news; the person has to confirm it before it counts. A box left empty takes nothing back. */
function marketingAfter(before: MarketingWord, { consents }: Envelope): MarketingWord {
  return before !== 'confirmed' && isGranted(consents, 'marketing') ? 'asked' : before;
}

/** How far somebody has come by a request. Only people who were lost begin again. */
function stageAfter(before: Stage | null, temperature: Person['temperature']): Stage {
  const asked = heatOf(temperature) >= heat.warm ? 'mql' : 'lead';
  return before === null || before === 'lead' || before === 'lost' ? asked : before;
}

/** Somebody who has never asked. */
const nobody: Omit<NewPerson, 'key' | 'test' | 'first_at' | 'last_at'> = {
  email: '',
  name: '',
  company: '',
  phone: '',
  language: '',
  stage: 'lead',
  lost_reason: '',
  team: null,
  given_back: '',
  given_back_at: null,
  owner_id: null,
  temperature: null,
  score: null,
  unscored: 0,
  waiting_since: null,
  answered_at: null,
  next_step: '',
  next_on: null,
  revenue: null,
  closed_at: null,
  marketing: 'none',
  marketing_at: null,
  form: '',
  campaign: '',
  source: '',
  requests: 0,
  anonymous: 0,
  asked_at: null,
  first_form: '',
  first_campaign: '',
  first_source: '',
  mql_at: null,
  sql_at: null,
  opportunity_at: null,
  customer_at: null,
  lost_at: null,
  hot_at: null,
  contact_minutes: null,
  example: 0,
  version: 0,
};

/**
 * A person after a request of theirs.
 * @param before `null`: they have never asked
 * @param now ISO 8601, UTC
 */
export function personAfter(before: Person | null, envelope: Envelope, now: string): NewPerson {
  const { profile, source, spam, score } = envelope;
  const { temperature, ...summary } = summaryOf(envelope);
  // One copy that is filled in: every lead passes here, and a copy for each thought costs more than the thoughts.
  const person: NewPerson = before
    ? { ...before }
    : { ...nobody, ...personOf(envelope), first_at: now, last_at: now };
  person.requests += 1;
  person.last_at = now;
  const isAside = spam.quarantine || envelope.test;
  // A program may use the address of somebody we know: until a person has looked, it changes nothing of them.
  if (isAside && before?.team) return person;

  Object.assign(person, summary, { email: profile.email, language: source.locale });
  person.name = nameOf(profile) || person.name;
  person.company = profile.company || person.company;
  person.phone = profile.phone || person.phone;
  const isHotter = person.waiting_since === null || heatOf(temperature) >= heatOf(person.temperature);
  if (isAside || isHotter) {
    person.temperature = temperature;
    person.score = score?.value ?? null;
  }
  if (isAside) return person;

  // Whoever asks is nobody's example any more.
  person.example = 0;
  const isReopened = person.stage === 'lost';
  if (isReopened) Object.assign(person, { team: null, lost_reason: '', closed_at: null });
  person.stage = stageAfter(before?.stage ?? null, temperature);
  person.team ??= 'marketing';
  person.waiting_since ??= now;
  if (temperature === 'hot') Object.assign(person, { team: 'sales', given_back: '', given_back_at: null });
  const marketing = marketingAfter(person.marketing, envelope);
  if (marketing !== person.marketing) Object.assign(person, { marketing, marketing_at: now });
  if (person.asked_at === null) {
    const { form, campaign, source } = person;
    Object.assign(person, {
      asked_at: now,
      first_form: form,
      first_campaign: campaign,
      first_source: source,
    });
  }
  return Object.assign(person, wayAfter(before, person, now));
}
