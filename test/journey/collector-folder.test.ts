import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { leadsOnDisk } from '../support/leads-on-disk.ts';
import { lockLeads } from '../support/lock-leads.ts';
import { sendLead } from '../support/send-leads.ts';
import { collectorCommand, emptyDataFolder } from '../support/start-collector.ts';
import { startForTest } from '../support/start-for-test.ts';

/** What somebody sees who starts a collector that is to end by itself. */
const startInVain = (data: string): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const { file, args, options } = collectorCommand(data);
    execFile(file, args, { ...options, timeout: 30_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? error?.signal, stdout, stderr }),
    );
  });

const refusal = (data: string) => ({
  code: 1,
  stdout: '',
  stderr: `The leads in ${data} cannot be opened: another collector has this folder. Stop it, or set another one: UNISONO_DATA=/some/folder\n`,
});

test('a second collector on a folder is told so, and the first goes on', async () => {
  const first = await startForTest();
  expect(await startInVain(first.data)).toEqual(refusal(first.data));

  // Nothing that goes wrong with the leads may cost it the folder.
  const unlock = lockLeads(first.data);
  const lead = buildEnvelope();
  const sending = sendLead(first, lead);
  expect(await startInVain(first.data)).toEqual(refusal(first.data));
  unlock();
  // On a slow machine a start takes longer than a sender is let wait: then it is told to try again, and does.
  if ((await sending).status === 503) expect((await sendLead(first, lead)).status).toBe(201);
  else expect((await sending).status).toBe(201);
  expect(await startInVain(first.data)).toEqual(refusal(first.data));
  expect((await sendLead(first, buildEnvelope())).status).toBe(201);
  await first.kill();
  expect(leadsOnDisk(first.data)).toHaveLength(2);
});

test('of several collectors that start on a folder at once, one has it', async () => {
  const data = emptyDataFolder();
  const starts = await Promise.allSettled(Array.from({ length: 4 }, () => startForTest(data)));
  expect(starts.map(({ status }) => status).sort()).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
  ]);
  for (const { reason } of starts.filter((one) => one.status === 'rejected'))
    expect(reason.message).toMatch('another collector has this folder');
});

test('a folder is free as soon as its collector is killed', async () => {
  const data = emptyDataFolder();
  for (let i = 1; i <= 3; i++) {
    const collector = await startForTest(data);
    expect((await sendLead(collector, buildEnvelope())).status).toBe(201);
    await collector.kill();
  }
  expect(leadsOnDisk(data)).toHaveLength(3);
});

/** What others than its owner may do with a file or folder: nothing is 0. */
const others = (path: string): number => statSync(path).mode & 0o077;

test('nobody but the owner may read what is in the folder, whatever was there and whatever is made', async () => {
  const data = join(emptyDataFolder(), 'leads');
  const made = await startForTest(data);
  expect(others(data)).toBe(0);
  await sendLead(made, buildEnvelope());
  await made.kill();

  // As an earlier collector left it.
  const names = ['leads.db', 'leads.db-shm', 'leads.db-wal'];
  for (const name of names) chmodSync(join(data, name), 0o644);
  chmodSync(data, 0o755);
  const opened = await startForTest(data);
  await sendLead(opened, buildEnvelope());
  expect(readdirSync(data)).toEqual(expect.arrayContaining(names));
  expect(readdirSync(data).filter((name) => others(join(data, name)))).toEqual([]);

  const open = join(emptyDataFolder(), 'open');
  mkdirSync(open, { mode: 0o755 });
  await sendLead(await startForTest(open), buildEnvelope());
  expect(readdirSync(open)).toEqual(expect.arrayContaining(names));
  expect(readdirSync(open).filter((name) => others(join(open, name)))).toEqual([]);
});

test('after a polite end, the one file holds everything', async () => {
  const collector = await startForTest();
  const sent = Array.from({ length: 5 }, () => buildEnvelope());
  for (const envelope of sent) await sendLead(collector, envelope);
  expect(await collector.stop()).toBe(0);

  const elsewhere = emptyDataFolder();
  copyFileSync(join(collector.data, 'leads.db'), join(elsewhere, 'leads.db'));
  expect(leadsOnDisk(elsewhere)).toEqual(sent.map(({ id }) => id));
});
