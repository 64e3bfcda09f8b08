import type { Engagement } from '../lead/engagement.ts';
import { z } from './zod.ts';

const count = z.int().min(0).max(1_000_000_000);

/** Guards {@link Engagement}. */
export const engagementSchema = z.object({
  pageViews: count,
  activeSeconds: z.number().min(0).max(1_000_000_000),
  ctaClicks: count,
  calculations: count,
}) satisfies z.ZodType<Engagement>;
