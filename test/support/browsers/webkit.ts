import { writeFile } from 'node:fs/promises';
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

/** Rules of a blocker: no script of a page with `blocked` in its address can send anything, wherever to. */
const blocker = [
  {
    trigger: { 'url-filter': '.*', 'resource-type': ['fetch', 'raw'], 'if-top-url': ['[?&]blocked='] },
    action: { type: 'block' },
  },
];

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
    const filter = join(profile, 'blocker.json');
    await writeFile(filter, JSON.stringify(blocker));
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
    const wanted = {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: browser,
          args: ['--automation', `--content-filter=${filter}`],
        },
      },
    };
    // It reads the blocker first, and its window sometimes comes too late for the driver: then once more.
    const { sessionId, capabilities } = await found(
      'a window of WebKitGTK',
      () =>
        ask('POST', '/session', { capabilities: wanted }).catch((error: Error) => {
          if (!/browsing context/.test(error.message)) throw error;
          return null;
        }) as Promise<{ sessionId: string; capabilities: { browserVersion: string } } | null>,
    );

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
    const { open, turn } = tabsOf(session);
    return {
      version: capabilities.browserVersion,
      open,
      async quit() {
        await ask('DELETE', at(''));
        await group.kill();
      },
      kill: group.kill,
      powers: {
        block: (address) =>
          turn(async () => {
            for (const handle of (await ask('GET', at('/window/handles'))) as string[]) {
              await session.select(handle);
              await session.execute(`if (location.protocol !== 'http:') return;
                const here = new URL(location.href);
                here.searchParams.${address ? "set('blocked', '')" : "delete('blocked')"};
                history.replaceState(history.state, '', here);`);
            }
          }),
      },
    };
  },
};
