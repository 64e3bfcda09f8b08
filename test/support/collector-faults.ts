import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { buildEnvelope } from './envelope-builder.ts';
import { leadsOnDisk } from './leads-on-disk.ts';
import { lockLeads } from './lock-leads.ts';
import { type OwnPostgres, startOwnPostgres } from './postgres-server.ts';
import { type Senders, sendLead, startSenders } from './send-leads.ts';
import { emptyDataFolder, type RunningCollector, startCollector } from './start-collector.ts';

/** What a fault happens to. */
export interface Scene {
  /** Starts one more collector on the same leads. */
  start(): Promise<RunningCollector>;
  /** Ids of the leads that are there, read past the collector. */
  stored(): Promise<string[]>;
  /** Ends it all. */
  end(): Promise<void>;
}
export interface FolderScene extends Scene {
  data: string;
}
export interface PostgresScene extends Scene {
  server: OwnPostgres;
  /** Asks the database past the collector. */
  ask(sql: string): Promise<Record<string, unknown>[]>;
}

/** How much bad luck there is. */
export interface Dose {
  /** How often it comes. */
  times: number;
  /** From 0 to 1: when it comes. */
  random: () => number;
}

/** What was answered, by status, and what must be there in the end. */
export interface Result {
  acknowledged: string[];
  stored: string[];
  /** How often each status was answered. */
  statuses: Record<string, number>;
}

interface Fault<S extends Scene> {
  name: string;
  run(scene: S, dose: Dose): Promise<Senders['answers']>;
}

export const lostOf = ({ acknowledged, stored }: Result): string[] => {
  const there = new Set(stored);
  return acknowledged.filter((id) => !there.has(id));
};

export async function folderScene(): Promise<FolderScene> {
  const data = emptyDataFolder();
  const running: RunningCollector[] = [];
  return {
    data,
    async start() {
      const collector = await startCollector(data);
      running.push(collector);
      return collector;
    },
    stored: async () => leadsOnDisk(data),
    async end() {
      for (const collector of running) await collector.kill();
    },
  };
}

export async function postgresScene(): Promise<PostgresScene> {
  const server = await startOwnPostgres();
  const running: RunningCollector[] = [];
  const ask: PostgresScene['ask'] = async (sql) => {
    const client = new Client({ connectionString: server.url });
    // The server may end while it is asked: the question fails then, and that is all.
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  };
  return {
    server,
    ask,
    async start() {
      const collector = await startCollector(emptyDataFolder(), 0, undefined, { DATABASE_URL: server.url });
      running.push(collector);
      return collector;
    },
    stored: async () => (await ask('SELECT id FROM requests ORDER BY sequence')).map(({ id }) => String(id)),
    async end() {
      for (const collector of running) await collector.kill();
      await server.stop();
    },
  };
}

const crowd = 16;

/** Waits until somebody was answered 2xx after now. */
async function untilReceived(senders: Senders): Promise<void> {
  const before = senders.acknowledged().length;
  const deadline = performance.now() + 30_000;
  while (senders.acknowledged().length <= before) {
    if (performance.now() > deadline) throw new Error('Nothing is received any more.');
    await sleep(10);
  }
}

/** Ends a collector under load, again and again. */
const ended =
  (how: 'kill' | 'stop') =>
  async (scene: Scene, { times, random }: Dose): Promise<Senders['answers']> => {
    const answers: Senders['answers'] = [];
    for (let i = 0; i < times; i += 1) {
      const collector = await scene.start();
      const senders = startSenders(collector, crowd);
      await untilReceived(senders);
      await sleep(400 * random());
      await collector[how]();
      await senders.stop();
      answers.push(...senders.answers);
    }
    return answers;
  };

/** Does something to a collector under load, again and again; it goes on by itself each time. */
async function underLoad(
  scene: Scene,
  { times, random }: Dose,
  luck: () => Promise<void>,
): Promise<Senders['answers']> {
  const collector = await scene.start();
  const senders = startSenders(collector, crowd);
  for (let i = 0; i < times; i += 1) {
    await untilReceived(senders);
    await sleep(200 * random());
    await luck();
  }
  await untilReceived(senders);
  await senders.stop();
  return senders.answers;
}

const killed = { name: 'killed under load', run: ended('kill') };
const stopped = { name: 'stopped under load', run: ended('stop') };

/** What may happen to a collector on a folder. */
export const folderFaults: readonly Fault<FolderScene>[] = [
  killed,
  stopped,
  {
    name: 'locked by another program',
    run: (scene, dose) =>
      underLoad(scene, dose, async () => {
        const unlock = lockLeads(scene.data);
        await sleep(300 * dose.random());
        unlock();
      }),
  },
];

/** What may happen to collectors on PostgreSQL. */
export const postgresFaults: readonly Fault<PostgresScene>[] = [
  killed,
  stopped,
  {
    name: 'database away and back',
    run: (scene, dose) =>
      underLoad(scene, dose, async () => {
        await scene.server.crash();
        await sleep(500 + 500 * dose.random());
        await scene.server.restart();
      }),
  },
  {
    name: 'connections cut',
    run: (scene, dose) =>
      underLoad(scene, { ...dose, times: dose.times * 5 }, async () => {
        await scene.ask(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        );
      }),
  },
  { name: 'three processes, each lead to all', run: toAll },
];

/** Sends each lead to three collectors at the same moment, as people who come back again and again. */
async function toAll(scene: PostgresScene, { times, random }: Dose): Promise<Senders['answers']> {
  const collectors = await Promise.all([scene.start(), scene.start(), scene.start()]);
  const answers: Senders['answers'] = [];
  for (let i = 0; i < times * 10; i += 1) {
    const envelopes = Array.from({ length: crowd }, () =>
      buildEnvelope({
        id: randomUUID(),
        profile: { email: `person${Math.floor(random() * 12)}@shop.example` },
      }),
    );
    const sent = envelopes.flatMap((envelope) =>
      collectors.map(async (collector) => {
        const answer = await sendLead(collector, envelope);
        await answer.body?.cancel();
        return { envelope, status: answer.status, retryAfter: answer.headers.get('retry-after') };
      }),
    );
    answers.push(...(await Promise.all(sent)));
  }
  return answers;
}

/** Lets a fault happen, and says what was answered and what is there. */
export async function suffer<S extends Scene>(scene: S, fault: Fault<S>, dose: Dose): Promise<Result> {
  const answers = await fault.run(scene, dose);
  const statuses: Record<string, number> = {};
  for (const { status, retryAfter } of answers) {
    const said = retryAfter === null ? `${status}` : `${status}, again in ${retryAfter} s`;
    statuses[said] = (statuses[said] ?? 0) + 1;
  }
  const acknowledged = answers.filter(({ status }) => status < 300).map(({ envelope }) => envelope.id);
  return { acknowledged: [...new Set(acknowledged)], stored: await scene.stored(), statuses };
}
