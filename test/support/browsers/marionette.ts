import { connect } from 'node:net';
import type { Session } from './webdriver.ts';

type Command = (name: string, parameters?: object) => Promise<unknown>;

/**
 * Firefox's own wire for WebDriver: JSON over TCP, each message behind its length in bytes and a colon.
 * See https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html.
 */
export async function marionette(
  port: number,
): Promise<{ command: Command; session: Session; version: string }> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  let calls = 0;
  let bytes = Buffer.alloc(0);
  const socket = connect(port, '127.0.0.1');

  const hear = ([, id, error, result]: [
    number,
    number,
    { error: string; message: string } | null,
    unknown,
  ]) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(`${error.error}: ${error.message}`));
    else call?.resolve(result);
  };
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const colon = bytes.indexOf(':');
      const end = colon + 1 + Number(bytes.subarray(0, colon));
      if (colon < 0 || bytes.length < end) return;
      const message = JSON.parse(bytes.subarray(colon + 1, end).toString());
      bytes = bytes.subarray(end);
      // The first one only says who speaks.
      if (Array.isArray(message)) hear(message as Parameters<typeof hear>[0]);
    }
  });
  const lose = () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox is gone.'));
    waiting.clear();
  };
  socket.on('close', lose).on('error', lose);

  const command: Command = (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });

  const { capabilities } = (await command('WebDriver:NewSession')) as {
    capabilities: { browserVersion: string };
  };
  return {
    command,
    version: capabilities.browserVersion,
    session: {
      home: ((await command('WebDriver:GetWindowHandle')) as { value: string }).value,
      newTab: async () =>
        ((await command('WebDriver:NewWindow', { type: 'tab' })) as { handle: string }).handle,
      select: (handle) => command('WebDriver:SwitchToWindow', { handle }),
      navigate: (url) => command('WebDriver:Navigate', { url }),
      execute: async (script) =>
        (
          (await command('WebDriver:ExecuteScript', { script, args: [], sandbox: null })) as {
            value: unknown;
          }
        ).value,
      closeTab: () => command('WebDriver:CloseWindow'),
    },
  };
}
