// The browser tests need a Chromium. Finds one, else installs one where that can be done, else says what is missing.
import { spawnSync } from 'node:child_process';
import { lookForChromium } from '../test/support/find-chromium.ts';

const run = (command: string, args: string[]) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && run('sh', ['-c', 'command -v apt-get'])) {
    console.log('No Chromium found: installing Debian’s …');
    if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) return;
  }
  console.log('No Chromium found: asking Playwright for its own …');
  run('npx', ['playwright', 'install', 'chromium-headless-shell', 'chromium']);
}

if (!lookForChromium()) install();
const found = lookForChromium();
if (!found) {
  console.error('The tests need Chromium or Chrome: install one, or set CHROME_PATH to its executable.');
  process.exit(1);
}
console.log(`Testing in ${found}`);
