import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import type { Engine } from './engine.ts';
import { findProgram } from './find-program.ts';
import { found, startGroup } from './process-group.ts';
import { type Session, tabsOf } from './webdriver.ts';

const driver = findProgram('WEBKIT_DRIVER_PATH', ['/usr/bin/WebKitWebDriver']);
const display = findProgram('XVFB_RUN_PATH', ['/usr/bin/xvfb-run']);
const bus = findProgram('DBUS_RUN_PATH', ['/usr/bin/dbus-run-session']);
const browser = findProgram(
  'MINIBROWSER_PATH',
  ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
);

/** WebKitGTK's MiniBrowser, driven by WebKitWebDriver. What it stores in such a session is gone with the session. */
export const webkit: Engine = {
  name: 'WebKitGTK',
  missing:
    driver && display && bus && browser ? null : 'on Debian, `apt-get install webkit2gtk-driver xvfb dbus`',
  async start(profile) {
    const port = await freePort();
    const env = {
      ...process.env,
      XDG_DATA_HOME: join(profile, 'data'),
      XDG_CACHE_HOME: join(profile, 'cache'),
      XDG_CONFIG_HOME: join(profile, 'config'),
    };
    const group = startGroup(display!, ['-a', bus!, driver!, `--port=${port}`], { env });

    const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
      if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
      return value;
    };
    await found('WebKitWebDriver', () => ask('GET', '/status').catch(() => null));
    const { sessionId, capabilities } = (await ask('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };

    const at = (path: string) => `/session/${sessionId}${path}`;
    const session: Session = {
      home: (await ask('GET', at('/window'))) as string,
      newTab: async () =>
        ((await ask('POST', at('/window/new'), { type: 'tab' })) as { handle: string }).handle,
      select: (handle) => ask('POST', at('/window'), { handle }),
      navigate: (url) => ask('POST', at('/url'), { url }),
      execute: (script) => ask('POST', at('/execute/sync'), { script, args: [] }),
      closeTab: () => ask('DELETE', at('/window')),
    };
    return {
      version: capabilities.browserVersion,
      open: tabsOf(session).open,
      async quit() {
        await ask('DELETE', at(''));
        await group.kill();
      },
      kill: group.kill,
      powers: {},
    };
  },
};
