import type { Range, Stage, StageName } from '../campaign.ts';
import { fraction, mean, meanReciprocal, meanVolume } from '../mean.ts';
import { owners, stageOwners } from '../owner.ts';
import { type Check, checkFields, checkName } from './check-fields.ts';
import { checkDistribution } from './check-months.ts';
import { checkNumber } from './check-number.ts';
import { checkRange } from './check-range.ts';
import type { Problem } from './input-error.ts';

/** Observed counts may exceed the stage before, but not by more than so many for each one. */
export const observedMost = 1e15;

/** What the model answers for. */
const LARGEST_VOLUME = 1e15;

/** A volume is compared with a product of rates, whose last digits may be off. */
const ROUNDING = 1e-12;

/**
 * Everything wrong with a funnel. In a plan no stage exceeds the one before; observed counts may.
 *
 * @param media what is spent on a volume that is bought at a price
 */
export function checkFunnel(
  funnel: readonly Stage[] | undefined,
  actual: boolean,
  media: Range | undefined,
): Problem[] {
  // Of what has happened, nothing need have been counted.
  if (!Array.isArray(funnel) || (funnel.length === 0 && !actual)) {
    return [{ field: 'funnel', code: 'required', expected: 'at least one stage' }];
  }
  const names = Object.keys(stageOwners);
  const rate = checkRate(actual);
  const shape: Record<keyof Stage, Check> = {
    name: checkName(names),
    owner: checkName(owners),
    volume: checkNumber('amount'),
    price: () => [],
    rate,
    delay: checkDistribution,
  };
  const firstShape = { ...shape, volume: checkVolume, price: checkRange('positive') };
  return Array.from(funnel).flatMap((stage: Stage, index): Problem[] => {
    const field = `funnel[${index}]`;
    const problems = checkFields(index === 0 ? firstShape : shape, ['name', carried(stage, index)])(
      field,
      stage,
    );
    return problems.length > 0
      ? problems
      : [...checkOrder(funnel, index), ...checkFlow(funnel, index, actual, media)];
  });
}

/** What says how many reach a stage. */
function carried(stage: Stage | undefined, index: number): 'volume' | 'price' | 'rate' {
  if (index === 0 && stage?.price !== undefined) return 'price';
  return stage?.rate === undefined && (index === 0 || stage?.volume !== undefined) ? 'volume' : 'rate';
}

/** A number, a range, or what was counted. */
const checkVolume: Check = (field, volume) =>
  typeof volume === 'object' && volume !== null && 'counted' in volume
    ? checkFields({ counted: checkNumber('amount') }, ['counted'])(field, volume)
    : checkRange('amount')(field, volume);

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

/** A volume or a price on the first stage, a rate or a volume on the others, and no more of them than before. */
function checkFlow(
  funnel: readonly Stage[],
  index: number,
  actual: boolean,
  media: Range | undefined,
): Problem[] {
  const { name, volume, price, rate } = funnel[index]!;
  const field = `funnel[${index}]`;
  if (price !== undefined && (index > 0 || volume !== undefined)) {
    const expected = index > 0 ? 'a price on the first stage only' : 'a volume or a price, not both';
    return [{ field: `${field}.price`, code: 'unexpected', expected }];
  }
  if (index === 0 && rate === undefined && !(bought(funnel, media) <= LARGEST_VOLUME)) {
    const expected = 'a price at which media buys at most 1e15';
    return [{ field: `${field}.price`, code: 'too-large', expected }];
  }
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
        : { hits: meanVolume(volume), of: countBefore(funnel, index, media) };
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
const countBefore = (funnel: readonly Stage[], index: number, media: Range | undefined): number =>
  funnel.slice(1, index).reduce(
    (count, stage) => {
      return stage?.volume == null ? count * fraction(stage?.rate ?? 1) : meanVolume(stage.volume);
    },
    bought(funnel, media),
  );

/** How many enter: given, or bought with media. */
function bought([first]: readonly Stage[], media: Range | undefined): number {
  if (first?.price == null) return meanVolume(first?.volume ?? 0);
  // Media that is missing or unsound is a problem of its own.
  return checkRange('amount')('media', media).length > 0 ? 0 : mean(media!) * meanReciprocal(first.price);
}
