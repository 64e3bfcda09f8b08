import type { Envelope } from 'unisono/schema';
import { isGranted } from 'unisono/schema';
import type { MarketingWord, NewPerson, Person, Stage } from '../store/tables.ts';
import { personKey } from './person-key.ts';

/** Whose request it is: who tries a form out is kept apart from who asks. */
export const personOf = ({ profile, test }: Envelope): { key: string; test: 0 | 1 } => ({
  key: personKey(profile.email),
  test: test ? 1 : 0,
});

const nameOf = ({ name, firstName, lastName }: Envelope['profile']): string =>
  name || [firstName, lastName].filter(Boolean).join(' ');

/** What is known of a request without looking into it again. */
export function summaryOf({ source, attribution, score }: Envelope) {
  const utm = attribution?.last?.utm ?? attribution?.current?.utm;
  return {
    form: source.form,
    campaign: utm?.campaign ?? '',
    source: utm?.source ?? '',
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

/**
 * A person after a request of theirs.
 * @param before `null`: they have never asked
 * @param now ISO 8601, UTC
 */
export function personAfter(before: Person | null, envelope: Envelope, now: string): NewPerson {
  const { profile, source, spam, score } = envelope;
  const { temperature, ...summary } = summaryOf(envelope);
  const known: NewPerson = before ?? {
    ...personOf(envelope),
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
    first_at: now,
    last_at: now,
    anonymous: 0,
    example: 0,
    version: 0,
  };
  // Whoever asks is nobody's example any more.
  const counted = { ...known, requests: known.requests + 1, last_at: now, example: 0 as const };
  const isAside = spam.quarantine || envelope.test;
  // A program may use the address of somebody we know: until a person has looked, it changes nothing of them.
  if (isAside && before?.team) return counted;

  const asked = {
    ...counted,
    ...summary,
    email: profile.email,
    name: nameOf(profile) || known.name,
    company: profile.company || known.company,
    phone: profile.phone || known.phone,
    language: source.locale,
  };
  if (isAside) return { ...asked, temperature, score: score?.value ?? null };

  const isHotter = known.waiting_since === null || heatOf(temperature) >= heatOf(known.temperature);
  const isHot = temperature === 'hot';
  const isReopened = known.stage === 'lost';
  const marketing = marketingAfter(known.marketing, envelope);
  return {
    ...asked,
    ...(isHotter && { temperature, score: score?.value ?? null }),
    stage: stageAfter(before && known.stage, temperature),
    team: isHot ? 'sales' : ((isReopened ? null : known.team) ?? 'marketing'),
    waiting_since: known.waiting_since ?? now,
    ...(isHot && { given_back: '', given_back_at: null }),
    ...(isReopened && { lost_reason: '', closed_at: null }),
    marketing,
    marketing_at: marketing === known.marketing ? known.marketing_at : now,
  };
}
