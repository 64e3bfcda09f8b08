import { expect, test } from 'vitest';
import { integrityOf } from '../../scripts/report-scripts.ts';
import { builtScript } from '../support/owner-site.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
const script = builtScript();

/** Whether a page of another origin runs what is served, its tag naming the hash of what was built. */
async function runs(served: Buffer): Promise<boolean> {
  const { site } = scene;
  const source = site.put('/served.js', { body: served, headers: { 'access-control-allow-origin': '*' } });
  const elsewhere = source.replace('127.0.0.1', 'localhost');
  const tag = `<script src="${elsewhere}" integrity="${integrityOf(script)}" crossorigin></script>`;
  const page = await scene.open(
    site.put('/page', { body: `<!doctype html><title>Page</title>${tag}<lead-form></lead-form>` }),
  );
  return page.evaluate(() => customElements.get('lead-form') !== undefined);
}

test('the script as it was built runs under its integrity hash', async () => {
  expect(await runs(script)).toBe(true);
});

test.each([
  ['the first', 0],
  ['one in the middle', Math.floor(script.length / 2)],
  ['the last', script.length - 1],
])('with one byte changed, %s, it does not', async (_, at) => {
  const changed = Buffer.from(script);
  changed[at] = changed[at] === 0x20 ? 0x0a : 0x20;
  expect(await runs(changed)).toBe(false);
});
