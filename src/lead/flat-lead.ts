import { bare } from './bare.ts';
import type { Envelope } from './envelope.ts';
import { behaviourOf, saidIn, textsIn } from './score.ts';

/**
 * A lead as names and texts, for receivers that know nothing else, and for conditions: what rules of a score ask for, by
 * the same names, and what they do not ask for. What nobody consented to is not in an envelope, and so not in here.
 */
export function flatLead(envelope: Envelope): Record<string, string[]> {
  const { id, createdAt, test, source, consents, score, spam } = envelope;
  const said = bare({
    ...saidIn(envelope, behaviourOf(envelope)),
    score: score?.value,
    temperature: score?.temperature,
    spam: spam.signals,
    id,
    createdAt,
    test,
  }) as Record<string, unknown>;
  for (const [name, value] of Object.entries(source)) said[`source.${name}`] = value;
  for (const { purpose, granted, text } of consents) {
    said[`consent.${purpose}`] = granted;
    said[`consent.${purpose}.text`] = text;
  }
  // Under the name by which the challenge's service is known.
  if (spam.challenge) said[spam.challenge.name] = spam.challenge.token;
  for (const name in said) {
    const texts = textsIn(said[name]);
    if (texts.length) said[name] = texts;
    else delete said[name];
  }
  return said as Record<string, string[]>;
}
