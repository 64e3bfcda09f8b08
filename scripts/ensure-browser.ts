// The browser tests need a Chromium. Finds one, else installs one where that can be done, else says what is missing.
import { spawnSync } from 'node:child_process';
import { findChromium, findHeadless, lookForChromium } from '../test/support/find-chromium.ts';

const run = (command: string, args: string[]) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const hasDebian = process.getuid?.() === 0 && run('sh', ['-c', 'command -v apt-get']);
const fromDebian = (...packages: string[]): boolean =>
  hasDebian && run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', ...packages]);

function install(): void {
  if (hasDebian) {
    console.log('No Chromium found: installing Debian’s …');
    if (fromDebian('chromium')) return;
  }
  console.log('No Chromium found: asking Playwright for its own …');
  run('npx', ['playwright', 'install', 'chromium-headless-shell', 'chromium']);
}

if (!lookForChromium()) install();
if (!lookForChromium()) {
  console.error('The tests need Chromium or Chrome: install one, or set CHROME_PATH to its executable.');
  process.exit(1);
}
// The tests pass without it, too, in more time.
if (hasDebian && findChromium() === '/usr/bin/chromium' && findHeadless() === findChromium()) {
  console.log('Installing Debian’s chromium-headless-shell, in which tests take less time …');
  fromDebian('chromium-headless-shell');
}
console.log(`Testing in ${[...new Set([findHeadless(), findChromium()])].join(' and ')}`);
