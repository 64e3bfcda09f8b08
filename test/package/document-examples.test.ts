import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { integrityOf } from '../../scripts/report-scripts.ts';
import { form as english } from '../../src/locales/en.ts';
import { installed, newConsumer } from '../support/consumer.ts';
import { examples } from '../support/documents.ts';
import { builtScript } from '../support/owner-site.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

/** A page with something on it: whatever the browser says that is amiss. */
async function saidOn(path: string, html: string, elements: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  const page = await stage.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', ({ message }) => said.push(message));
  stage.site.put('/favicon.ico', { body: '' });
  const body = `<!doctype html><html lang="en"><title>Example</title><body>${html}</body></html>`;
  await page.goto(stage.site.put(path, { body }));
  for (const element of elements)
    await page
      .locator(element)
      .first()
      .evaluate(async (each) => {
        await customElements.whenDefined(each.localName);
        await (each as HTMLElement & { updateComplete: Promise<void> }).updateComplete;
      });
  await page.close();
  return said;
}

/** What an owner would paste, with the scripts as they were built in place of those on another host. */
const pasted = examples('html').map(({ path, code }, at) => {
  const script = /cdn\.example\/(unisono[a-z-]*?)-[\d.]+\.js/.exec(code)?.[1];
  const usual = path === 'docs/planning.md' ? 'unisono-planner.js' : 'unisono.js';
  const html = script
    ? code
        .replace(/https:\/\/cdn\.example\/[\w.-]+\.js/, `/${script}.js`)
        .replace('sha384-…', integrityOf(builtScript(`${script}.js`)))
    : `<script src="/${usual}" defer></script>\n${code}`;
  return [at + 1, path, html] as const;
});

test.each(pasted)(
  'HTML example %i, in %s, runs as it is pasted, and nothing is amiss',
  async (at, _, html) => {
    const makesForm = html.includes("createElement('lead-form')");
    const elements = ['lead-form', 'roi-calculator'].filter(
      (element) => html.includes(`<${element}`) || (makesForm && element === 'lead-form'),
    );
    expect(await saidOn(`/example-${at}`, `<div id="ask"></div>${html}`, elements)).toEqual([]);
  },
);

describe('the recipes for a consent banner', () => {
  const recipe = (mark: string) => pasted.find(([, , html]) => html.includes(mark))![2];
  const gtag = `<script>
    window.dataLayer = [];
    function gtag() { dataLayer.push(arguments); }
    gtag('consent', 'default', { analytics_storage: 'denied' });
    const choose = (agreed) => gtag('consent', 'update', { analytics_storage: agreed ? 'granted' : 'denied' });
  </script>`;
  const tcf = `<script>
    let hear = () => {};
    window.__tcfapi = (command, version, listener) => {
      if (command !== 'addEventListener' || version !== 2) throw new Error(command);
      hear = listener;
      const publisher = { consents: {} };
      hear({ gdprApplies: true, eventStatus: 'cmpuishown', publisher }, true);
    };
    const choose = (agreed) =>
      hear(
        {
          gdprApplies: true,
          eventStatus: 'useractioncomplete',
          publisher: { consents: { 1: true, 5: agreed, 8: true } },
          vendor: { consents: {} },
        },
        true,
      );
  </script>`;

  test.each([
    ['a manager of one’s own', 'onChoice', '<script>const choose = (agreed) => onChoice(agreed);</script>'],
    ['Google Consent Mode', 'analytics_storage', gtag],
    ['IAB TCF', '__tcfapi', tcf],
  ])(
    '%s: a choice is heard, before the script has come and after, and taken back',
    async (_, mark, before) => {
      const page = await stage.newPage();
      stage.site.put('/favicon.ico', { body: '' });
      const elements = '<roi-calculator></roi-calculator>';
      const open = async (path: string, early: string) => {
        const body = `<!doctype html><html lang="en"><title>Shop</title>${before}${recipe(mark)}${early}<body>${elements}`;
        await page.goto(stage.site.put(path, { body }));
        await page.locator('roi-calculator').getByRole('heading', { level: 2 }).first().waitFor();
      };
      const choose = (agreed: boolean) => page.evaluate(`choose(${agreed})`);
      const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
      await open('/none', '');
      expect(await kept()).not.toMatch(/granted|pageViews/);
      await choose(true);
      expect(await kept()).toMatch(/granted.{1,4}true.*pageViews/);
      await open('/next', '');
      expect(await kept()).toContain('pageViews');
      await choose(false);
      expect(await kept()).not.toContain('pageViews');
      await open('/early', '<script>choose(true)</script>');
      expect(await kept()).toContain('pageViews');
      await page.close();
    },
  );
});

const typescript = [
  ...examples('ts').map(({ path, code }, at) => ({ path, code, file: `example-${at + 1}.ts` })),
  ...examples('tsx').map(({ path, code }, at) => ({ path, code, file: `example-${at + 1}.tsx` })),
];
const sample = (mark: string) => typescript.find(({ code }) => code.includes(mark))!;
const lead = examples('json')[0]!.code;

describe('the examples in TypeScript', () => {
  const consumer = newConsumer();
  for (const { file, code } of typescript) consumer.write(file, code);
  // Somebody else's translation.
  consumer.write('german.ts', `export const german = ${JSON.stringify(english)};`);

  test('are sound to a strict compiler', () => {
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      allowImportingTsExtensions: true,
      strict: true,
      skipLibCheck: true,
      jsx: 'react-jsx',
      jsxImportSource: 'preact',
      noEmit: true,
      types: [],
    };
    consumer.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }));
    expect(consumer.run(installed('typescript/bin/tsc'), '-p', '.')).toEqual({ output: '', status: 0 });
  });

  /** Runs a program in Node that may import what stands in the examples. */
  async function runs(program: string): Promise<string> {
    consumer.write('program.ts', program);
    await build({
      absWorkingDir: consumer.folder,
      entryPoints: ['program.ts'],
      outfile: 'program.js',
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
    });
    return consumer.run('program.js').output.trim();
  }

  test('the receiver takes the lead of the documents, and refuses what is none', async () => {
    const { file } = sample('function receive');
    const output = await runs(`
      import { receive } from './${file}';
      const stored = [];
      const store = async (id, { score }) => void stored.push([id, score?.value]);
      const lead = ${lead};
      console.log(JSON.stringify([
        await receive(JSON.stringify(lead), store),
        await receive(JSON.stringify({ ...lead, consents: [] }), store),
        await receive(JSON.stringify({ ...lead, consents: [{ ...lead.consents[0], purpose: 'scoring' }] }), store),
        (await receive('{"version":1}', store))[0],
        stored,
      ]));`);
    const { id, score } = JSON.parse(lead);
    expect(JSON.parse(output)).toEqual([
      [201, { ok: true }],
      [201, { ok: true }],
      [201, { ok: true }],
      422,
      [
        [id, score.value],
        [id, score.fit],
        [id, null],
      ],
    ]);
  });

  test('the model answers what its remark says', async () => {
    const { file, code } = sample('evaluateCampaign(');
    const [, promised] = /console\.log\(.*\); \/\/ (.+)/.exec(code)!;
    expect(await runs(`import './${file}';`)).toBe(promised);
  });

  test.each([
    ['the application', "import 'unisono/define'", ['lead-form', 'roi-calculator']],
    ['the custom build, in its language', 'registerLocale(', ['lead-form']],
    ['the Preact component', "from 'unisono/preact'", ['lead-form']],
  ])('%s runs in a page, and nothing is amiss', async (_, mark, elements) => {
    const { file, code } = sample(mark);
    const isPreact = file.endsWith('.tsx');
    consumer.write(
      'page.tsx',
      isPreact
        ? `import { render } from 'preact';
           import { Contact } from './${file}';
           render(<Contact />, document.getElementById('place')!);`
        : `import './${file}';`,
    );
    const { outputFiles } = await build({
      absWorkingDir: consumer.folder,
      entryPoints: ['page.tsx'],
      bundle: true,
      format: 'iife',
      write: false,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'silent',
    });
    const script = stage.site.put(`/${file}.js`, { body: outputFiles[0]!.text });
    const lang = /registerLocale\('(\w+)'/.exec(code)?.[1] ?? 'en';
    const tags = elements.map((element) => `<${element} endpoint="/api/leads"></${element}>`).join('');
    const place = isPreact ? '<div id="place"></div>' : `<div lang="${lang}">${tags}</div>`;
    const html = `${place}<script src="${script}"></script>`;
    expect(await saidOn(`/page-of-${file}`, html, elements)).toEqual([]);
  });
});
