import { profileOf, type Said } from '../../form/said.ts';
import type { Consent } from '../../lead/consent.ts';
import { type Envelope, envelopeOf } from '../../lead/envelope.ts';
import { jsonText } from '../../lead/json-text.ts';
import type { Source } from '../../lead/lead.ts';
import type { Scoring } from '../../lead/score.ts';
import { spamOf } from '../../lead/spam.ts';
import { pageOutbox } from '../../visit/page-outbox.ts';
import { visit } from '../../visit/visit.ts';
import type { FormBehaviour } from './behaviour/form-behaviour.ts';
import { consentsOf } from './consents.ts';

/** What a request has beside what stands in the form. */
export interface RequestSettings extends Pick<Consent, 'version' | 'policyUrl'> {
  source: Source;
  /** `null`: turned off. */
  scoring: Scoring | null | undefined;
  /** Milliseconds since the form was first seen. */
  elapsed: number;
}

/** The latest press of a form: pressed again unchanged, it is the same request with the same id. */
export class LeadRequest {
  /** A request of an earlier page that had the same draft and has not arrived. */
  earlier: string | null = null;
  envelope: Envelope | undefined;
  #said = '';

  /** The envelope of what stands in the form now. */
  async envelopeOf(behaviour: FormBehaviour, settings: RequestSettings): Promise<Envelope> {
    const answers = behaviour.said();
    const boxes = behaviour.boxes();
    const said = jsonText([answers, boxes])!;
    if (this.envelope && this.#said === said) return this.envelope;
    // What was refused and then mended is replaced, so that one request does not arrive twice.
    const replaced = this.envelope?.id ?? this.earlier;
    if (replaced) void pageOutbox().discard(replaced);
    this.earlier = null;

    const { source, version, policyUrl, scoring, elapsed } = settings;
    const now = new Date();
    const given = visit.given();
    const consents = await consentsOf(boxes, {
      version,
      policyUrl,
      at: now.toISOString(),
      locale: source.locale,
      page: source.page,
    });
    this.envelope = envelopeOf(
      {
        ...visit.read(),
        source,
        profile: profileOf(answers),
        consents: given?.granted ? [...consents, given] : consents,
        spam: spamOf(behaviour.trapped, elapsed),
      },
      { now, scoring },
    );
    this.#said = said;
    return this.envelope;
  }

  forget(): void {
    this.earlier = null;
    this.envelope = undefined;
  }
}

/** A receiver's words; none where they may quote what was written, in whatever spelling. */
export function unquoted(message: string, said: readonly Said[]): string {
  const words = message.toLowerCase();
  const quotes = said.flatMap(({ values }) => values);
  const isQuote = quotes.some((quote) => quote.length > 2 && words.includes(quote.toLowerCase()));
  return isQuote || /@|%\d|&#/.test(words) ? '' : message;
}
