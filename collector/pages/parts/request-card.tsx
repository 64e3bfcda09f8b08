import type { JSX } from 'preact';
import { type Envelope, isGranted, isRefused, type Score } from 'unisono/schema';
import { postedForm } from '../../receiving/posted-form.ts';
import type { StoredRequest } from '../../store/tables.ts';
import type { Visit } from '../route.ts';
import { figure } from './figure.ts';
import { Moment } from './moment.tsx';
import { headlineOrigin } from './origin.ts';
import { Reasons } from './reasons.tsx';
import { RequestDetails } from './request-details.tsx';
import { Temperature } from './temperature.tsx';
import { Terms } from './terms.tsx';
import { wordFor } from './word-for.ts';

interface Props {
  request: StoredRequest;
  visit: Visit;
  heading: string;
}

/** A request as somebody needs it who is about to answer. */
export function RequestCard({ request, visit, heading }: Props): JSX.Element {
  const { words, language } = visit;
  const texts = words.request;
  const envelope: Envelope = JSON.parse(request.envelope);
  const { profile, spam, consents, attribution, calculation, source, test, score } = envelope;
  const { buying = {}, answers = [] } = profile;
  const claimed: Score | null = request.claimed_score === null ? null : JSON.parse(request.claimed_score);
  const signals = spam.signals.map((signal) => wordFor(texts.signals, signal)).join('; ');
  const hint = test ? texts.testHint : isRefused(consents, 'scoring') ? texts.objected : texts.unscoredHint;
  return (
    <article class={`request ${request.quarantine ? 'set-aside' : ''}`} aria-label={heading}>
      <header>
        <h3>{heading}</h3>
        <p class="marks">
          <Temperature
            of={{ temperature: score?.temperature ?? null, score: score?.value ?? null }}
            words={words}
          />
          <Moment at={request.received_at} language={language} />
        </p>
      </header>
      {signals && (
        <p class="warning">
          {request.quarantine ? (
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
        <div class="asked">
          {profile.message && <blockquote dir="auto">{profile.message}</blockquote>}
          <Terms
            of={[
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
              [texts.origin, attribution && headlineOrigin(attribution, words)],
              [texts.calculated, calculation && figure('roi', calculation, visit).join(' ')],
              [
                texts.consents,
                consents
                  .map(
                    ({ purpose, granted }) => `${wordFor(texts.purposes, purpose)} ${texts.granted(granted)}`,
                  )
                  .join(', ') || (source.form === postedForm ? texts.unprovenConsents : texts.noConsents),
              ],
            ]}
          />
        </div>
        {score ? (
          <Reasons
            score={score}
            claimed={claimed}
            isProfiled={isGranted(consents, 'profiling')}
            words={words}
          />
        ) : (
          <p class="quiet">{hint}</p>
        )}
      </div>
      <RequestDetails envelope={envelope} visit={visit} />
    </article>
  );
}
