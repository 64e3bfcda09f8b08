import type { Stage, StageName } from './campaign.ts';
import { numberProblem } from './check-number.ts';
import { checkDistribution } from './check-timing.ts';
import type { Problem } from './input-error.ts';
import { stageOwners } from './owner.ts';

const stageNames = Object.keys(stageOwners) as StageName[];
const owners = ['marketing', 'sales', 'shared'];

/** Everything wrong with a funnel. In a plan no stage exceeds the one before; observed counts may. */
export function checkFunnel(funnel: readonly Stage[] | undefined, actual: boolean): Problem[] {
  if (!Array.isArray(funnel) || funnel.length === 0) {
    return [{ field: 'funnel', code: 'required', expected: 'at least one stage' }];
  }
  const stages = funnel.map((stage) => stage ?? {});
  return stages.flatMap((stage: Stage, index) => [
    ...checkName(stages, index),
    ...(index === 0 ? checkVolumeStage(stage) : checkLaterStage(stages, index, actual)),
    ...checkDelay(stage, index),
  ]);
}

function checkName(stages: readonly Stage[], index: number): Problem[] {
  const { name, owner } = stages[index]!;
  const field = `funnel[${index}].name`;
  if (owner !== undefined && !owners.includes(owner)) {
    return [
      { field: `funnel[${index}].owner`, code: 'unknown-name', expected: `one of ${owners.join(', ')}` },
    ];
  }
  if (!stageNames.includes(name)) {
    return [{ field, code: 'unknown-name', expected: `one of ${stageNames.join(', ')}` }];
  }
  const before = stages[index - 1]?.name;
  if (stages.slice(0, index).some((stage) => stage.name === name)) {
    return [{ field, code: 'twice', expected: `${name} only once` }];
  }
  if (before !== undefined && stageNames.indexOf(name) < stageNames.indexOf(before)) {
    return [{ field, code: 'out-of-order', expected: `${name} before ${before}` }];
  }
  return [];
}

function checkVolumeStage({ volume, rate }: Stage): Problem[] {
  if (rate !== undefined) {
    return [
      { field: 'funnel[0].rate', code: 'unexpected', expected: 'a volume and no rate on the first stage' },
    ];
  }
  return [numberProblem('funnel[0].volume', volume, 'amount') ?? []].flat();
}

function checkLaterStage(stages: readonly Stage[], index: number, actual: boolean): Problem[] {
  const { name, volume, rate } = stages[index]!;
  const before = stages[index - 1]!;
  const field = `funnel[${index}]`;
  const atMost = `at most as many ${name} as ${before.name}`;
  if (volume !== undefined) {
    if (rate !== undefined) return [{ field, code: 'unexpected', expected: 'a rate or a volume, not both' }];
    const problem = numberProblem(`${field}.volume`, volume, 'amount');
    if (problem) return [problem];
    const exceeds = volume > countBefore(stages, index) * (actual ? 1e15 : 1 + 1e-12);
    const passedOver = actual && countBefore(stages, index) === 0;
    return exceeds && !passedOver
      ? [{ field: `${field}.volume`, code: 'exceeds-earlier-stage', expected: atMost }]
      : [];
  }
  if (typeof rate !== 'object' || rate === null) {
    return [numberProblem(`${field}.rate`, rate, actual ? 'amount' : 'fraction') ?? []].flat();
  }
  const problems = [
    numberProblem(`${field}.rate.hits`, rate.hits, 'amount') ?? [],
    numberProblem(`${field}.rate.of`, rate.of, 'amount') ?? [],
  ].flat();
  if (problems.length) return problems;
  if (rate.of === 0)
    return [{ field: `${field}.rate.of`, code: 'required', expected: 'at least one observed' }];
  const exceeds = rate.hits > rate.of * (actual ? 1e15 : 1);
  return exceeds ? [{ field: `${field}.rate`, code: 'exceeds-earlier-stage', expected: atMost }] : [];
}

/** How many reach the stage before this one, as far as its own numbers are sound. */
function countBefore(stages: readonly Stage[], index: number): number {
  return stages.slice(0, index).reduce((count, { volume, rate }) => {
    if (volume !== undefined) return volume;
    return count * (typeof rate === 'object' ? rate.hits / rate.of : (rate ?? 1));
  }, 0);
}

function checkDelay({ delay }: Stage, index: number): Problem[] {
  return delay === undefined ? [] : checkDistribution(`funnel[${index}].delay`, delay);
}
