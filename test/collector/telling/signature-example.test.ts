import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { putDown } from '../../../collector/telling/new-message.ts';
import { examples, repository } from '../../support/documents.ts';
import { freePort } from '../../support/free-port.ts';
import { messengerOn, testMessage, webhookTo } from '../../support/messenger-on.ts';
import { onEachStore } from '../../support/on-each-store.ts';

const { code } = examples('js').find(({ path }) => path === 'docs/collector.md')!;

/** Runs the receiver of the documentation as it stands there, with this secret. */
async function startExample(port: number, secret: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: repository,
    env: { PATH: process.env.PATH, PORT: String(port), WEBHOOK_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const url = `http://127.0.0.1:${port}/`;
  await expect
    .poll(() =>
      fetch(url, { method: 'POST' }).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(401);
  return { said: () => said };
}

onEachStore((open) => {
  it('the example in docs/collector.md takes our calls, and nobody else’s', async () => {
    const store = await open();
    const port = await freePort();
    const ours = await webhookTo(store, `http://127.0.0.1:${port}/`);
    const example = await startExample(port, ours.secret);
    const forged = await webhookTo(store, `http://127.0.0.1:${port}/forged`);
    await store.change((change) =>
      putDown(change, [testMessage(ours.id, new Date()), testMessage(forged.id, new Date())]),
    );
    await messengerOn(store);
    const results = () =>
      store.read.selectFrom('messages').select(['status', 'error', 'sending']).orderBy('id').execute();
    await expect.poll(results).toEqual([
      { status: 'sent', error: '', sending: 0 },
      { status: 'waiting', error: 'status 401', sending: 0 },
    ]);
    expect(example.said()).toBe('test undefined\n');
  });
});
