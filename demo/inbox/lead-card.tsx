import type { JSX } from 'preact';
import { isGranted, isRefused } from '../../src/lead/consent.ts';
import type { StoredLead } from '../collector/lead-store.ts';
import { figure } from './figure.ts';
import { texts } from './inbox-texts.ts';
import { LeadDetails } from './lead-details.tsx';
import { Moment } from './moment.tsx';
import { headlineOrigin } from './origin.ts';
import { personName } from './person-name.ts';
import { Reasons } from './reasons.tsx';
import { Temperature } from './temperature.tsx';
import { Terms } from './terms.tsx';
import { wordFor } from './word-for.ts';

const Phone = ({ number }: { number: string }): JSX.Element => {
  const digits = number.replace(/[^\d+]/g, '');
  return digits.length > 2 ? <a href={`tel:${digits}`}>{number}</a> : <span>{number}</span>;
};

/** A lead as somebody needs it who is about to answer. */
export function LeadCard({ lead }: { lead: StoredLead }): JSX.Element {
  const { envelope, score, claimedScore, person, receivedAt, sequence } = lead;
  const { profile, spam, consents, attribution, calculation, test } = envelope;
  const { buying = {}, answers = [] } = profile;
  const heading = `lead-${sequence}`;
  const signals = spam.signals.map((signal) => wordFor(texts.signals, signal)).join('; ');
  return (
    <article class={`lead ${spam.quarantine ? 'set-aside' : ''}`} aria-labelledby={heading}>
      <header>
        <h2 id={heading} dir="auto">
          {personName(profile)}
        </h2>
        <p class="marks">
          {test && <span class="mark">{texts.test}</span>}
          {person.request > 1 && <span class="mark">{texts.request(person.request)}</span>}
          <Moment at={receivedAt} />
        </p>
      </header>
      {signals && (
        <p class="warning">
          {spam.quarantine ? (
            <>
              <strong>{texts.quarantine}.</strong> {texts.quarantineReason}
            </>
          ) : (
            texts.marked
          )}{' '}
          {signals}.
        </p>
      )}
      <div class="sides">
        <Temperature
          score={score}
          hint={test ? texts.testHint : isRefused(consents, 'scoring') ? texts.objected : texts.unscoredHint}
        />
        <div class="asked">
          {profile.message && <blockquote dir="auto">{profile.message}</blockquote>}
          <Terms
            of={[
              [
                texts.email,
                <a key="email" href={`mailto:${encodeURIComponent(profile.email)}`}>
                  {profile.email}
                </a>,
              ],
              [texts.phone, profile.phone && <Phone number={profile.phone} />],
              [texts.company, profile.company],
              [
                texts.interests,
                profile.interests?.map((interest) => wordFor(texts.choices.interests, interest)).join(', '),
              ],
              ...answers.map(({ label, name, value }): [string, string] => [
                label || name,
                [value].flat().join(', '),
              ]),
              [texts.timeframe, buying.timeframe && texts.choices.timeframe[buying.timeframe]],
              [texts.budget, buying.budget && texts.choices.budget[buying.budget]],
              [texts.frequency, buying.frequency && texts.choices.frequency[buying.frequency]],
              [texts.origin, attribution && headlineOrigin(attribution)],
              [texts.calculated, calculation && figure('roi', calculation).join(' ')],
              [
                texts.consents,
                consents
                  .map(
                    ({ purpose, granted }) => `${wordFor(texts.purposes, purpose)} ${texts.granted(granted)}`,
                  )
                  .join(', ') || texts.noConsents,
              ],
            ]}
          />
        </div>
        {score && (
          <Reasons score={score} claimed={claimedScore} isProfiled={isGranted(consents, 'profiling')} />
        )}
      </div>
      <LeadDetails envelope={envelope} />
    </article>
  );
}
