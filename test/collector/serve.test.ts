import { expect, test } from 'vitest';
import { serve } from '../../collector/serve.ts';
import { settingsOf } from '../../collector/settings-of.ts';
import { newFolder } from '../support/on-each-store.ts';

const post = (url: string): Promise<Response> => fetch(`${url}/api/leads`, { method: 'POST', body: '{}' });

test('whoever comes while a collector is still starting is asked to come again, and then let in', async () => {
  const { folder } = await newFolder();
  const setup = settingsOf({ PORT: '0', UNISONO_DATA: folder }, folder);
  let early: Response | undefined;
  const { url, stop } = await serve(setup, {
    log: () => {},
    demo: { email: 'a@team.example', password: 'not of use here' },
    prepare: async ({ settings }) => {
      early = await post(settings.url);
    },
  });
  expect([early?.status, early?.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await post(url)).status).toBe(422);
  await stop();
  await expect(post(url)).rejects.toThrow();
});
