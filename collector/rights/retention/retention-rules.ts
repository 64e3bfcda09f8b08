import { z } from 'zod';
import { readSetting } from '../../store/setting.ts';
import type { Queries } from '../../store/store.ts';

/**
 * How long what is kept, unless the team says otherwise:
 * - `leads`, who never became customers, until they are made anonymous: months since their last request or change. Two
 *   years is the longest that supervisors have accepted for marketing without asking again.
 * - `customers`, the same: ten years, as long as what was sold to them has to be accounted for.
 * - `aside`: tests, and what may come from a program, until they are deleted: days since they arrived.
 * - `proof` of consent of who was made anonymous: months since then. Five years, until no fine can follow any more.
 * - `messages` about somebody, until their text and address go: days since they were sent or given up.
 */
export const retentionRules = {
  leads: { unit: 'months', usual: 24 },
  customers: { unit: 'months', usual: 120 },
  aside: { unit: 'days', usual: 30 },
  proof: { unit: 'months', usual: 60 },
  messages: { unit: 'days', usual: 30 },
} as const;

export type RetentionRule = keyof typeof retentionRules;
export const retentionRuleNames = Object.keys(retentionRules) as RetentionRule[];

/** `null`: never. */
export type Retention = Record<RetentionRule, number | null>;

/** The most months or days that may be set. */
export const mostRetention = 1_200;

const length = z.number().int().min(1).max(mostRetention).nullable();
const retentionSchema = z.object(
  Object.fromEntries(
    retentionRuleNames.map((rule) => [rule, length.default(retentionRules[rule].usual)]),
  ) as {
    [Rule in RetentionRule]: z.ZodDefault<typeof length>;
  },
);

/**
 * The team's rules, ours where it has none.
 * @throws ZodError where they cannot be read: nothing goes then, since what has gone does not come back
 */
export const retentionOf = async (queries: Queries): Promise<Retention> =>
  retentionSchema.parse((await readSetting(queries, 'retention')) ?? {});

/** A rule as it was typed: a whole number, or nothing for never; `undefined` for anything else. */
export function lengthTyped(typed: string): number | null | undefined {
  if (typed === '') return null;
  const { success, data } = length.safeParse(/^\d{1,9}$/.test(typed) ? Number(typed) : undefined);
  return success ? data : undefined;
}
