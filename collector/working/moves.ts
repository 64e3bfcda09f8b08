import type { JournalKind, Person, Role, Stage } from '../store/tables.ts';
import { stages } from '../store/tables.ts';
import type { Changed } from './change-person.ts';

/** What is wrong with a field of a move, as a name for which each language has words. */
export type FieldProblem =
  | 'missing'
  | 'too-long'
  | 'no-amount'
  | 'unclear-amount'
  | 'no-day'
  | 'no-step'
  | 'unknown'
  | 'same'
  | 'not-yours';

/** What somebody has filled in, read and trimmed. */
export interface Filled {
  text(name: string): string;
  /** An amount as it is written in their language: see `amountTyped`. */
  amount(name: string): number | 'unclear' | null;
}

/** Who makes a move, and when. */
export interface Mover {
  id: number;
  role: Role;
  /** ISO 8601, UTC. */
  at: string;
}

/** What a move comes to, or what is wrong with it, by field. */
export type ReadMove =
  | { ok: true; text: string; to: (person: Person) => Changed }
  | { ok: false; problems: Record<string, FieldProblem> };

export interface Move {
  kind: JournalKind;
  roles: readonly Role[];
  /** Whether it may be made with a person as they stand; by default it may. */
  fits?(person: Person, role: Role): boolean;
  read(filled: Filled, mover: Mover): ReadMove;
}

const everybody: readonly Role[] = ['marketing', 'sales', 'admin'];
const mostText = 5_000;

const done = (to: (person: Person) => Changed, text = ''): ReadMove => ({ ok: true, text, to });
const wrong = (field: string, problem: FieldProblem): ReadMove => ({
  ok: false,
  problems: { [field]: problem },
});

/** A text that has to be there, or what is wrong with it. */
function told(filled: Filled, field: string): { text: string } | { problem: ReadMove } {
  const text = filled.text(field);
  if (!text) return { problem: wrong(field, 'missing') };
  return text.length > mostText ? { problem: wrong(field, 'too-long') } : { text };
}

/** A day as a date field sends it. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;

/** What belongs to every end and to no other stage. */
const ending = (person: Person, stage: Stage, at: string): Changed =>
  stage === 'customer' || stage === 'lost'
    ? {
        closed_at: person.stage === stage ? (person.closed_at ?? at) : at,
        waiting_since: null,
        answered_at: person.answered_at ?? (person.waiting_since && at),
      }
    : { closed_at: null };

/** What sales has begun with is sales' own. */
export const isOfSales = (stage: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf('sql') && stage !== 'lost';

function readStage(filled: Filled, { id, role, at }: Mover): ReadMove {
  const stage = stages.find((name) => name === filled.text('stage'));
  if (!stage) return wrong('stage', 'unknown');
  if (isOfSales(stage) && role === 'marketing') return wrong('stage', 'not-yours');
  const reason = filled.text('reason');
  if (stage === 'lost' && !reason) return wrong('reason', 'missing');
  if (reason.length > mostText) return wrong('reason', 'too-long');
  const revenue = filled.amount('revenue');
  if (stage === 'customer') {
    if (revenue === 'unclear') return wrong('revenue', 'unclear-amount');
    if (revenue === null || revenue < 0 || revenue > 1e12) return wrong('revenue', 'no-amount');
  }
  return done(
    (person) => ({
      stage,
      ...ending(person, stage, at),
      lost_reason: stage === 'lost' ? reason : '',
      revenue: stage === 'customer' ? (revenue as number) : null,
      ...(isOfSales(stage) && { team: 'sales', given_back: '', given_back_at: null }),
      // Who begins with somebody of marketing's has them.
      ...(isOfSales(stage) && person.team !== 'sales' && { owner_id: id }),
    }),
    reason,
  );
}

/**
 * Everything that may be done with a person, by the name of its button. A move of somebody who is in no team's list
 * begins with `release`.
 */
export const moves = {
  'take-over': {
    kind: 'owner',
    roles: everybody,
    // Whom sales has, sales works.
    fits: ({ team }, role) => role !== 'marketing' || team === 'marketing',
    read: (_filled, { id }) => done(() => ({ owner_id: id })),
  },
  answered: {
    kind: 'answered',
    roles: everybody,
    fits: ({ waiting_since }) => waiting_since !== null,
    read: (filled, { id, at }) =>
      filled.text('note').length > mostText
        ? wrong('note', 'too-long')
        : done(
            (person) => ({
              waiting_since: null,
              answered_at: person.answered_at ?? at,
              owner_id: person.owner_id ?? id,
            }),
            filled.text('note'),
          ),
  },
  stage: {
    kind: 'stage',
    roles: everybody,
    // What sales works is moved by sales.
    fits: (person, role) => role !== 'marketing' || !isOfSales(person.stage),
    read: readStage,
  },
  'give-back': {
    kind: 'given-back',
    roles: ['sales', 'admin'],
    fits: ({ team, stage }) => team === 'sales' && stage !== 'customer',
    read(filled, { at }) {
      const reason = told(filled, 'reason');
      if ('problem' in reason) return reason.problem;
      return done(
        (person) => ({
          team: 'marketing',
          given_back: reason.text,
          given_back_at: at,
          owner_id: null,
          stage: isOfSales(person.stage) && person.stage !== 'customer' ? 'mql' : person.stage,
          next_step: '',
          next_on: null,
        }),
        reason.text,
      );
    },
  },
  'hand-over': {
    kind: 'handed-over',
    roles: ['marketing', 'admin'],
    fits: ({ team }) => team === 'marketing',
    read(filled, { at }) {
      const reason = told(filled, 'reason');
      if ('problem' in reason) return reason.problem;
      return done(
        (person) => ({
          team: 'sales',
          given_back: '',
          given_back_at: null,
          owner_id: null,
          stage: person.stage === 'lead' || person.stage === 'lost' ? 'mql' : person.stage,
          // Whoever is handed over is to be worked again.
          ...(person.stage === 'lost' && { closed_at: null, lost_reason: '' }),
          waiting_since: person.waiting_since ?? at,
        }),
        reason.text,
      );
    },
  },
  'next-step': {
    kind: 'next-step',
    roles: everybody,
    read(filled) {
      const step = filled.text('step');
      const day = filled.text('day');
      if (step.length > 200) return wrong('step', 'too-long');
      if (step && !isDay(day)) return wrong('day', 'no-day');
      if (day && !step) return wrong('step', 'no-step');
      return done(() => ({ next_step: step, next_on: step ? day : null }), step);
    },
  },
  note: {
    kind: 'note',
    roles: everybody,
    read(filled) {
      const note = told(filled, 'note');
      return 'problem' in note ? note.problem : done(() => ({}), note.text);
    },
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
