import type { PresetName } from '../i18n/calculator-messages.ts';
import type { Assumption } from './scenario.ts';

/**
 * Starting points: assumptions to be replaced by one's own numbers, and marked as such. Round orders of magnitude, not
 * benchmarks. Rates as fractions, delay in months.
 */
export const presets: Readonly<Record<PresetName, Assumption>> = {
  search: { start: 'clicks', values: { clicks: 2500, leadRate: 0.05, customerRate: 0.1, delay: 1 } },
  social: {
    start: 'impressions',
    values: { impressions: 500_000, clickRate: 0.01, leadRate: 0.03, customerRate: 0.05, delay: 2 },
  },
  display: {
    start: 'impressions',
    values: { impressions: 2_000_000, clickRate: 0.002, leadRate: 0.02, customerRate: 0.05, delay: 3 },
  },
  email: { start: 'clicks', values: { clicks: 1500, leadRate: 0.08, customerRate: 0.12, delay: 1 } },
  event: { start: 'leads', values: { leads: 150, customerRate: 0.15, delay: 4 } },
};
