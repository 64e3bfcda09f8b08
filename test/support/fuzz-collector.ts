import { connect } from 'node:net';
import { routes } from '../../collector/pages/routes.ts';
import type { Place } from '../../collector/store/open-store.ts';
import { openStore } from '../../collector/store/open-store.ts';
import { openSession } from '../../collector/team/session.ts';
import { buildEnvelope } from './envelope-builder.ts';
import { fuzzedRequest, type Random } from './fuzzed-request.ts';
import { sendLead } from './send-leads.ts';
import { startCollector, token } from './start-collector.ts';

/** What came of it. */
export interface Fuzzed {
  /** How often each status was answered; `hung up` where there was none, as HTTP has it for what is no request. */
  statuses: Record<string, number>;
  /** Requests that were answered 5xx, or not at all in time. */
  failed: { request: string; status: string }[];
}

/** Milliseconds until a request counts as not answered. */
const patience = 20_000;

/** Sends a request as it is, and gives the status of the answer. */
const statusOf = (port: number, request: Buffer): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let heard = '';
    const done = (status: string): void => {
      resolve(status);
      socket.destroy();
    };
    socket.setTimeout(patience, () => done('no answer'));
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      const status = /^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1];
      if (status && status !== '100') done(status);
    });
    socket.on('error', () => done('hung up'));
    socket.on('close', () => done('hung up'));
    // What is not whole is ended, so that it is answered.
    socket.once('connect', () => setTimeout(() => socket.end(), 500));
  });

/** Somebody of the team, who may do everything, with a session. */
async function signedIn(place: Place): Promise<string> {
  const store = await openStore(place);
  const now = new Date();
  const session = await store.change(async (change) => {
    const { id } = await change
      .insertInto('accounts')
      .values({
        email: 'admin@team.example',
        name: 'Admin',
        role: 'admin',
        password_hash: null,
        language: 'en',
        alerts: 0,
        created_at: now.toISOString(),
        disabled_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return openSession(change, id, now);
  });
  await store.close();
  return `session=${session}`;
}

/**
 * Sends a collector what nobody should send, to its front door and to all its pages, with a session and without.
 * @throws if it does not take a sound lead afterwards
 */
export async function fuzzCollector(
  place: Place,
  count: number,
  random: Random,
  atOnce = 16,
): Promise<Fuzzed> {
  const cookie = await signedIn(place);
  const collector = await startCollector(place.folder, 0, undefined, {
    DATABASE_URL: place.databaseUrl ?? '',
  });
  const { host, port } = new URL(collector.origin);
  const statuses: Record<string, number> = {};
  const failed: Fuzzed['failed'] = [];
  let left = count;
  const sender = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const request = fuzzedRequest(random, routes, { cookie, token, host });
      const status = await statusOf(Number(port), request);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status.startsWith('5') || status === 'no answer')
        failed.push({ request: request.toString('latin1').slice(0, 2_000), status });
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, sender));
    const { status } = await sendLead(collector, buildEnvelope());
    if (status !== 201) throw new Error(`A sound lead was answered ${status} afterwards.`);
    return { statuses, failed };
  } finally {
    await collector.kill();
  }
}
