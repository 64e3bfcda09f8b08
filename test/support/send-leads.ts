import type { Envelope } from '../../src/schema.ts';
import { buildEnvelope } from './envelope-builder.ts';
import type { RunningCollector } from './start-collector.ts';

/** Sends a lead the way a page does. */
export const sendLead = ({ origin }: Pick<RunningCollector, 'origin'>, envelope: object): Promise<Response> =>
  fetch(`${origin}/api/leads`, { method: 'POST', body: JSON.stringify(envelope) });

/** A crowd of visitors, each of whom sends one lead after the other. */
export interface Senders {
  /** What was answered, in that order. */
  answers: { envelope: Envelope; status: number; retryAfter: string | null }[];
  /** Ids of the leads that were answered 2xx. */
  acknowledged(): string[];
  /** Lets the requests under way end. */
  stop(): Promise<void>;
}

/** Sets so many senders on a collector. A request that gets no answer is not counted, and ends its sender. */
export function startSenders(collector: Pick<RunningCollector, 'origin'>, count: number): Senders {
  const answers: Senders['answers'] = [];
  let stopped = false;
  const sender = async (): Promise<void> => {
    while (!stopped) {
      const envelope = buildEnvelope();
      const answer = await sendLead(collector, envelope).catch(() => null);
      if (!answer) return;
      answers.push({ envelope, status: answer.status, retryAfter: answer.headers.get('retry-after') });
      await answer.body?.cancel();
    }
  };
  const senders = Array.from({ length: count }, sender);
  return {
    answers,
    acknowledged: () => answers.filter(({ status }) => status < 300).map(({ envelope }) => envelope.id),
    stop: async () => {
      stopped = true;
      await Promise.all(senders);
    },
  };
}
