import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { emptyDataFolder } from '../support/start-collector.ts';

const folder = fileURLToPath(new URL('../../collector/', import.meta.url));

/** Starts the built collector with Node alone, and waits until it listens. */
function startBuilt(): Promise<string> {
  const { bin } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  const child = spawn(process.execPath, [bin['unisono-collector']], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      UNISONO_DATA: emptyDataFolder(),
      UNISONO_TOKEN: 'secret of the tests',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk;
      const port = /The collector listens at http:\/\/localhost:(\d+)/.exec(printed)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => reject(new Error(`The collector ended with ${code}: ${printed}`)));
  });
}

test('the built collector runs without a build, receives a lead and shows it', async () => {
  const url = await startBuilt();
  const envelope = buildEnvelope();
  const sent = await fetch(`${url}/api/leads`, { method: 'POST', body: JSON.stringify(envelope) });
  expect(sent.status).toBe(201);
  const shown = await fetch(`${url}/api/leads`, { headers: { Authorization: 'Bearer secret of the tests' } });
  expect(await shown.json()).toMatchObject({ leads: [{ envelope }] });
});

test('what its pages read is built beside them', () => {
  const assets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^pages\b.*\.(css|js)$/.test(name),
  );
  expect(assets.length).toBeGreaterThan(1);
  expect(assets.filter((name) => !existsSync(`${folder}dist/${name}`))).toEqual([]);
});

test('whatever it imports is named among its dependencies', () => {
  const { dependencies } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  const imported = readdirSync(`${folder}dist`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [
      ...readFileSync(`${folder}dist/${name}`, 'utf8').matchAll(
        /^(?:import|export)\b[^;'"]*\bfrom\s*['"]([^.'"][^'"]*)['"]/gm,
      ),
    ])
    .map(([, id]) => id!)
    .filter((id) => !id.startsWith('node:'))
    .map((id) =>
      id
        .split('/')
        .slice(0, id.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  expect([...new Set(imported)].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
});
