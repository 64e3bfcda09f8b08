import type { Score } from 'unisono/schema';
import type { Person } from '../store/tables.ts';
import type { Words } from '../words/words.ts';
import type { Mail } from './queue-mail.ts';

/** How many reasons are given: those that count most. */
const mostReasons = 5;

interface HotLead {
  person: Pick<Person, 'id' | 'name' | 'email' | 'company'>;
  score: Score | null;
  /** Of the collector, without a slash at the end. */
  url: string;
}

/** As one line, whatever was typed: it stands in a subject and among lines of ours. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Tells somebody of sales that a lead is hot, or that marketing finds it ready: who, why, where to take it over, and how
 * to have no more alerts.
 */
export function alertMail({ person, score, url }: HotLead, { telling: { alert }, request }: Words): Mail {
  const { subject, opening } = score?.temperature === 'hot' ? alert.hot : alert.handedOver;
  const who = [person.name || person.email, person.company].map(line).filter(Boolean).join(', ');
  const most = (score?.reasons ?? [])
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, mostReasons)
    .map(({ rule, points }) => `  +${points}  ${line(request.rules[rule] ?? rule)}`);
  const paragraphs = [
    opening(who, score && `${score.value}/100`),
    ...(most.length > 0 ? [[alert.why, ...most].join('\n')] : []),
    `${alert.takeOver}\n${url}/people/${person.id}`,
    `-- \n${alert.wayOut}\n${url}/account`,
  ];
  return {
    subject: subject(who),
    text: `${paragraphs.join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
