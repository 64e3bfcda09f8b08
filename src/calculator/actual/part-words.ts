import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import type { PlannerMessages } from '../../i18n/planner-messages.ts';
import type { Owner } from '../../roi/campaign/campaign.ts';
import type { Variance } from '../../roi/variance/explain-variance.ts';
import type { VariancePart } from '../../roi/variance/variance-parts.ts';

/** Whose part it is. One that may be chance is nobody's; what is as planned owes nothing to chance. */
export const ownerOfPart = ({ owner, mayBeChance, planned, actual }: VariancePart): Owner | 'chance' =>
  mayBeChance && planned !== actual ? 'chance' : owner;

/** The same in words. */
export const ownerWords = (
  owner: Owner | 'chance',
  { owners }: CalculatorMessages,
  { chance }: PlannerMessages['actual'],
): string => (owner === 'chance' ? chance : owners[owner]);

/** What nobody measured of a part: nothing between its ends, nothing before its only end, or not that end itself. */
export function unmeasuredWords(
  { isUnmeasured, from, to, input }: VariancePart,
  { stages }: Variance,
  { between, before, unmeasured }: PlannerMessages['actual'],
): string {
  if (!isUnmeasured) return '';
  const [, name = to] = input.split(':');
  return !stages.some((stage) => stage.name === name && stage.isMeasured)
    ? unmeasured
    : from
      ? between
      : before;
}

/** The effects of all parts under each owner, and of those that may be chance. */
export function effectsByOwner(parts: readonly VariancePart[]): [Owner | 'chance', number][] {
  const effects = { marketing: 0, sales: 0, shared: 0, chance: 0 };
  for (const part of parts) effects[ownerOfPart(part)] += part.effect;
  return (Object.entries(effects) as [Owner | 'chance', number][]).filter(([, effect]) => effect !== 0);
}
