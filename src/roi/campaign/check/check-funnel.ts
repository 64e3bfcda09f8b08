import type { Rate, Stage, StageName } from '../campaign.ts';
import { owners, stageOwners } from '../owner.ts';
import { type Check, checkFields, checkName } from './check-fields.ts';
import { checkDistribution } from './check-months.ts';
import { checkNumber } from './check-number.ts';
import type { Problem } from './input-error.ts';

/** Observed counts may exceed the stage before, but not by more than so many for each one. */
export const observedMost = 1e15;

/** A volume is compared with a product of rates, whose last digits may be off. */
const ROUNDING = 1e-12;

/** Everything wrong with a funnel. In a plan no stage exceeds the one before; observed counts may. */
export function checkFunnel(funnel: readonly Stage[] | undefined, actual: boolean): Problem[] {
  if (!Array.isArray(funnel) || funnel.length === 0) {
    return [{ field: 'funnel', code: 'required', expected: 'at least one stage' }];
  }
  const names = Object.keys(stageOwners);
  const rate = checkRate(actual);
  const shape: Record<keyof Stage, Check> = {
    name: checkName(names),
    owner: checkName(owners),
    volume: checkNumber('amount'),
    rate,
    delay: checkDistribution,
  };
  return Array.from(funnel).flatMap((stage: Stage, index): Problem[] => {
    const field = `funnel[${index}]`;
    const carried =
      stage?.rate === undefined && (index === 0 || stage?.volume !== undefined) ? 'volume' : 'rate';
    const problems = checkFields(shape, ['name', carried])(field, stage);
    return problems.length > 0
      ? problems
      : [...checkOrder(funnel, index), ...checkFlow(funnel, index, actual)];
  });
}

function checkRate(actual: boolean): Check {
  const amount = checkNumber('amount');
  const number = checkNumber(actual ? 'amount' : 'fraction');
  const counts = checkFields({ hits: amount, of: amount }, ['hits', 'of']);
  return (field, rate) =>
    typeof rate === 'object' && rate !== null ? counts(field, rate) : number(field, rate);
}

/** Each stage once, from the widest to the narrowest. */
function checkOrder(funnel: readonly Stage[], index: number): Problem[] {
  const names = Object.keys(stageOwners);
  const { name } = funnel[index]!;
  const field = `funnel[${index}].name`;
  const before = funnel[index - 1]?.name;
  if (funnel.slice(0, index).some((stage) => stage?.name === name)) {
    return [{ field, code: 'twice', expected: `${name} only once` }];
  }
  if (before === undefined || names.indexOf(name) > names.indexOf(before)) return [];
  return [{ field, code: 'out-of-order', expected: `${name} before ${before}` }];
}

/** A volume on the first stage, a rate or a volume on the others, and no more of them than before. */
function checkFlow(funnel: readonly Stage[], index: number, actual: boolean): Problem[] {
  const { name, volume, rate } = funnel[index]!;
  const field = `funnel[${index}]`;
  if (rate !== undefined && (index === 0 || volume !== undefined)) {
    const expected = index === 0 ? 'a volume and no rate on the first stage' : 'a rate or a volume, not both';
    return [{ field: `${field}.rate`, code: 'unexpected', expected }];
  }
  const before = funnel[index - 1];
  if (!before) return [];
  const counts =
    typeof rate === 'object'
      ? rate
      : volume === undefined
        ? null
        : { hits: volume, of: countBefore(funnel, index) };
  if (!counts) return [];
  if (counts.of === 0 && rate !== undefined) {
    return [{ field: `${field}.rate.of`, code: 'required', expected: 'at least one observed' }];
  }
  // Customers out of no opportunities can be observed where periods overlap.
  if (actual && counts.of === 0) return [];
  const most = actual ? observedMost : rate === undefined ? 1 + ROUNDING : 1;
  if (!(counts.hits > counts.of * most)) return [];
  const { name: earlier } = before;
  return [
    {
      field: rate === undefined ? `${field}.volume` : `${field}.rate`,
      code: 'exceeds-earlier-stage',
      expected: `at most as many ${name} as ${earlier}`,
      stages: [name, earlier] satisfies [StageName, StageName],
    },
  ];
}

/** How many reach the stage before this one, as far as its own numbers are sound. */
function countBefore(funnel: readonly Stage[], index: number): number {
  return funnel.slice(0, index).reduce((count, stage) => {
    if (stage?.volume !== undefined) return stage.volume;
    const rate: Rate = stage?.rate ?? 1;
    return count * (typeof rate === 'object' ? rate.hits / rate.of : rate);
  }, 0);
}
