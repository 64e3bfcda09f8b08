import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Node-RED weighs over 100 MB: it is fetched when it is measured, and kept beside what tools keep. */
const home = fileURLToPath(new URL('../../node_modules/.cache/bench-collector', import.meta.url));

/** Where Node-RED starts; `null` where npm cannot get it. */
export function nodeRed(): string | null {
  const entry = join(home, 'node_modules/node-red/red.js');
  if (!existsSync(entry)) {
    mkdirSync(home, { recursive: true });
    const options = ['--prefix', home, '--no-audit', '--no-fund', '--no-save'];
    spawnSync('npm', ['install', ...options, 'node-red@4'], { cwd: home, stdio: 'ignore' });
  }
  return existsSync(entry) ? entry : null;
}

/** Writes down a flow as an owner would draw it: http-in, a file to which each body is appended, the answer. */
export function writeFlow(folder: string, port: number): { settings: string } {
  // What has no place on the canvas is taken for the settings of another node.
  const place = { z: 'leads', x: 100, y: 100 };
  const flow = [
    { id: 'leads', type: 'tab', label: 'Leads' },
    { ...place, id: 'arrived', type: 'http in', url: '/leads', method: 'post', wires: [['written']] },
    { ...place, id: 'written', type: 'json', property: 'payload', action: 'str', wires: [['kept']] },
    {
      ...place,
      id: 'kept',
      type: 'file',
      filename: join(folder, 'leads.jsonl'),
      filenameType: 'str',
      appendNewline: true,
      createDir: false,
      overwriteFile: 'false',
      encoding: 'none',
      wires: [['answered']],
    },
    { ...place, id: 'answered', type: 'http response', statusCode: '201', wires: [] },
  ];
  writeFileSync(join(folder, 'flows.json'), JSON.stringify(flow));
  const settings = join(folder, 'settings.js');
  const values = { flowFile: 'flows.json', uiPort: port, uiHost: '127.0.0.1', httpAdminRoot: false };
  writeFileSync(settings, `module.exports = ${JSON.stringify(values)};`);
  return { settings };
}
