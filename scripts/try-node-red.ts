import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { form as en } from '../src/locales/en.ts';
import { chromiumArgs, findChromium } from '../test/support/find-chromium.ts';
import { freePort } from '../test/support/free-port.ts';
import { ownerPage } from '../test/support/owner-page.ts';
import { startOwnerSite } from '../test/support/owner-site.ts';

/**
 * Sends leads out of a browser to Node-RED itself: `npm run test:node-red`, after a build. It weighs more than all the
 * rest of the tests, so it is installed for this run alone, into a folder that is removed again.
 */
const version = '4.1.8';

const node = (id: string, type: string, more: object) => ({ id, type, z: 'flow', x: 0, y: 0, ...more });

/** Keeps what comes in at `/leads`, as the flow sees it, and shows it at `/taken`. */
const flows = [
  { id: 'flow', type: 'tab', label: 'Leads' },
  node('in', 'http in', { url: '/leads', method: 'post', wires: [['keep']] }),
  node('keep', 'function', {
    func: "flow.set('taken', [...(flow.get('taken') ?? []), msg.payload]); msg.payload = { ok: true }; return msg;",
    outputs: 1,
    wires: [['out']],
  }),
  node('ask', 'http in', { url: '/taken', method: 'get', wires: [['show']] }),
  node('show', 'function', {
    func: "msg.payload = flow.get('taken') ?? []; return msg;",
    outputs: 1,
    wires: [['out']],
  }),
  node('out', 'http response', { statusCode: '', headers: {}, wires: [] }),
];

/** Node-RED as it comes, or as it lets pages read its answers. */
async function startNodeRed(folder: string, withCors: boolean) {
  const port = await freePort();
  const userFolder = mkdtempSync(join(folder, 'user-'));
  const cors = withCors ? "httpNodeCors: { origin: '*', methods: 'POST' }," : '';
  writeFileSync(join(userFolder, 'flows.json'), JSON.stringify(flows));
  writeFileSync(
    join(userFolder, 'settings.js'),
    `module.exports = { uiPort: ${port}, uiHost: '127.0.0.1', httpAdminRoot: false, flowFile: 'flows.json', ${cors} };`,
  );
  const program = join(folder, 'node_modules/node-red/red.js');
  const child = spawn(process.execPath, [program, '--userDir', userFolder], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  const taken = async (): Promise<Record<string, string>[]> => (await fetch(`${origin}/taken`)).json();
  for (let tries = 0; ; tries++) {
    const isUp = await taken().catch(() => null);
    if (isUp) break;
    if (tries > 120 || child.exitCode !== null) throw new Error('Node-RED does not start.');
    await wait(500);
  }
  const stop = async () => {
    child.kill();
    await once(child, 'exit');
  };
  return { origin, taken, stop };
}

async function ask(page: Page, reads: string): Promise<void> {
  const form = page.locator('lead-form');
  await form.getByLabel(en.fields.name, { exact: true }).fill('Ada Rossi & figli');
  await form.getByLabel(en.fields.email, { exact: true }).fill('ada@shop.example');
  await form.getByLabel(en.consent.marketing).check();
  await page.getByRole('button', { name: en.submit }).click();
  await form.getByText(reads).first().waitFor();
}

const folder = mkdtempSync(join(tmpdir(), 'node-red-'));
const site = await startOwnerSite();
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', `node-red@${version}`, '--no-audit', '--no-fund', '--silent'], {
    cwd: folder,
    stdio: 'inherit',
  });
  for (const [destination, withCors, reads] of [
    ['node-red', false, en.states['handed-over']],
    ['form', true, en.states.accepted],
    // Without CORS nobody hears its answer: then it must not be called sent.
    ['form', false, en.states.queued],
  ] as const) {
    const receiver = await startNodeRed(folder, withCors);
    try {
      const page = await browser.newPage();
      const tag = `<lead-form destination="${destination}" endpoint="${receiver.origin}/leads" fields="name email"></lead-form>`;
      await page.goto(site.put('/page', { body: ownerPage({ script: 'unisono-form.js', body: tag }) }));
      await ask(page, reads);
      const [lead, ...others] = await receiver.taken();
      assert.deepEqual(others, []);
      const { name, email, id, ...rest } = lead!;
      assert.deepEqual([name, email], ['Ada Rossi & figli', 'ada@shop.example']);
      assert.match(id!, /^[\da-f-]{36}$/);
      assert.equal(rest['consent.marketing.text'], en.consent.marketing);
      assert.equal(rest['source.form'], 'lead-form');
      console.log(
        `Node-RED ${version}, ${withCors ? 'with' : 'without'} CORS, destination="${destination}": ${reads}`,
      );
    } finally {
      await receiver.stop();
    }
  }
} finally {
  await Promise.all([browser.close(), site.close()]);
  rmSync(folder, { recursive: true, force: true });
}
