import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { markdownTable } from './markdown-table.ts';

/** What a page downloads for what it uses. */
const uses = {
  'everything in unisono/roi': `export * from './index.ts';`,
  'roiOnMargin alone': `export { roiOnMargin } from './index.ts';`,
  'npv and irr': `export { irr, npv } from './index.ts';`,
  'a light calculator: six metrics': `
    import { evaluateMetrics } from './metrics/evaluate-metrics.ts';
    import { cpl } from './metrics/rows/leads.ts';
    import { profit, roas, roiMargin } from './metrics/rows/returns.ts';
    import { cac } from './metrics/rows/sales.ts';
    import { breakEvenCustomers } from './metrics/rows/thresholds.ts';
    export const answer = (campaign) =>
      evaluateMetrics(campaign, [roiMargin, roas, profit, cpl, cac, breakEvenCustomers]);`,
  evaluateCampaign: `export { evaluateCampaign } from './index.ts';`,
  'evaluateCampaign, planForGoal, rankLevers, createSimulation': `
    export { createSimulation, evaluateCampaign, planForGoal, rankLevers } from './index.ts';`,
};

/** Bytes of the pure entry, minified: as they are and in brotli. */
export async function sizeOf(use: string): Promise<{ minified: number; brotli: number }> {
  const { outputFiles } = await build({
    stdin: { contents: use, resolveDir: new URL('../../src/roi/', import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const code = outputFiles[0]!.contents;
  return { minified: code.length, brotli: brotliCompressSync(code).length };
}

export async function sizes(): Promise<string> {
  const rows: string[][] = [];
  for (const [name, use] of Object.entries(uses)) {
    const { minified, brotli } = await sizeOf(use);
    rows.push([name, `${minified} B`, `${brotli} B`]);
  }
  return markdownTable(['use', 'minified', 'brotli'], rows);
}

if (import.meta.url === `file://${process.argv[1]}`) console.log(await sizes());
