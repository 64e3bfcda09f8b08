import {
  lengthTyped,
  type Retention,
  type RetentionRule,
  retentionOf,
  retentionRuleNames,
} from '../../rights/retention/retention-rules.ts';
import { writeSetting } from '../../store/setting.ts';
import type { Queries } from '../../store/store.ts';
import type { Route } from '../route.ts';
import { rightsPage } from './rights-page.tsx';

const perRule = <T>(value: (rule: RetentionRule) => T): Record<RetentionRule, T> =>
  Object.fromEntries(retentionRuleNames.map((rule) => [rule, value(rule)])) as Record<RetentionRule, T>;

/** The rules as they stand in their fields. */
export async function typedRetention(queries: Queries): Promise<Record<RetentionRule, string>> {
  const retention = await retentionOf(queries);
  return perRule((rule) => String(retention[rule] ?? ''));
}

/** `null` is for ever. */
const isShorter = (length: number | null, before: number | null): boolean =>
  length !== null && (before === null || length < before);

/** Sets how long what is kept. */
export const setRetention: Route = {
  method: 'POST',
  path: '/settings/rights/retention',
  roles: ['admin'],
  async answer(visit) {
    const { c, desk, field, account } = visit;
    const typed = perRule(field);
    const lengths = perRule((rule) => lengthTyped(typed[rule]));
    const wrong = retentionRuleNames.filter((rule) => lengths[rule] === undefined);
    if (wrong.length > 0) return rightsPage(visit, { retention: { typed, wrong } }, 422);
    const before = await retentionOf(desk.store.read);
    const shorter = retentionRuleNames.filter((rule) => isShorter(lengths[rule]!, before[rule]));
    // What is older goes within the hour, and does not come back: that is asked for twice.
    if (shorter.some((rule) => field(`sure-${rule}`) !== typed[rule]))
      return rightsPage(visit, { retention: { typed, wrong, shorter } }, 422);
    await desk.store.change((change) => writeSetting(change, 'retention', lengths as Retention));
    desk.log({ event: 'retention-set', by: account.id, ...lengths });
    return c.redirect('/settings/rights?done=retention', 303);
  },
};
