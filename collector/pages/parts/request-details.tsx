import type { JSX } from 'preact';
import type { Envelope } from 'unisono/schema';
import type { Visit } from '../route.ts';
import { figure } from './figure.ts';
import { Moment } from './moment.tsx';
import { originOf } from './origin.ts';
import { Terms } from './terms.tsx';
import { wordFor } from './word-for.ts';

const touches = ['first', 'last', 'current'] as const;

const seconds = (total: number): string =>
  total < 60 ? `${Math.round(total)} s` : `${Math.floor(total / 60)} min ${Math.round(total % 60)} s`;

/** What a reader seldom needs, and then at once: the figures, the arrivals, the words agreed to, the source. */
export function RequestDetails({ envelope, visit }: { envelope: Envelope; visit: Visit }): JSX.Element {
  const { words, language } = visit;
  const texts = words.request;
  const { attribution, engagement, calculation, consents, source, id, createdAt } = envelope;
  return (
    <details>
      <summary>{texts.details}</summary>
      <div class="details">
        {calculation && (
          <section>
            <h4>{texts.calculation}</h4>
            <Terms
              className="figures"
              of={Object.keys(calculation.results).map((name) => figure(name, calculation, visit))}
            />
          </section>
        )}
        {attribution && (
          <section>
            <h4>{texts.origin}</h4>
            <Terms
              of={touches.map((touch) => [
                texts.touches[touch],
                attribution[touch] && originOf(attribution[touch], words),
              ])}
            />
          </section>
        )}
        {engagement && (
          <section>
            <h4>{texts.visit}</h4>
            <Terms
              of={[
                [texts.engagement.pageViews, engagement.pageViews],
                [texts.active, seconds(engagement.activeSeconds)],
                [texts.engagement.ctaClicks, engagement.ctaClicks],
                [texts.engagement.calculations, engagement.calculations],
              ]}
            />
          </section>
        )}
        {consents.length > 0 && (
          <section>
            <h4>{texts.consents}</h4>
            <Terms
              of={consents.map(({ purpose, granted, text, at }) => [
                `${wordFor(texts.purposes, purpose)}: ${texts.granted(granted)}`,
                <>
                  “{text}” <Moment at={at} language={language} />
                </>,
              ])}
            />
          </section>
        )}
        <section>
          <h4>{texts.form}</h4>
          <Terms
            of={[
              [texts.form, source.form],
              [
                texts.page,
                source.page && (
                  <a href={source.page} rel="noreferrer">
                    {source.title || source.page}
                  </a>
                ),
              ],
              [texts.language, source.locale],
              [texts.variant, source.variant],
              [texts.sent, <Moment key="sent" at={createdAt} language={language} />],
              [texts.id, <code key="id">{id}</code>],
            ]}
          />
        </section>
      </div>
    </details>
  );
}
