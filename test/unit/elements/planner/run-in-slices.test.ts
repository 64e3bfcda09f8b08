import { expect, test } from 'vitest';
import { runInSlices } from '../../../../src/elements/planner/run-in-slices.ts';

/** A machine that takes so many milliseconds for one unit of work, and its clock. */
function machine(cost: (done: number) => number, work = 10_000) {
  let clock = 0;
  let done = 0;
  const slices = [0];
  const step = (units: number) => {
    const end = Math.min(work, done + units);
    while (done < end) {
      slices[slices.length - 1]! += cost(done);
      clock += cost(done++);
    }
    return work - done;
  };
  const pause = async () => {
    slices.push(0);
  };
  return { step, slices, options: { now: () => clock, pause }, done: () => done };
}

test('all work is done, and no more than once', async () => {
  const { step, slices, options, done } = machine(() => 0.05);
  expect(await runInSlices(step, () => true, options)).toBe(true);
  expect(done()).toBe(10_000);
  expect(slices.reduce((sum, took) => sum + took)).toBeCloseTo(500);
});

test.each([0.001, 0.01, 0.05, 0.2, 1])('at %d ms a unit a slice ends soon after its budget', async (cost) => {
  const { step, slices, options } = machine(() => cost);
  await runInSlices(step, () => true, options);
  expect(Math.max(...slices)).toBeLessThan(8 + 25 * cost + 0.001);
});

test('a machine that slows down in the middle of a slice ends it soon', async () => {
  const { step, slices, options } = machine((done) => (done < 1000 ? 0.001 : 0.2));
  await runInSlices(step, () => true, options);
  expect(Math.max(...slices)).toBeLessThan(8 + 25 * 0.2 + 0.001);
});

test('a clock that stands still is not waited for', async () => {
  const { step, slices, options, done } = machine(() => 0);
  await runInSlices(step, () => true, options);
  expect(done()).toBe(10_000);
  expect(slices.length).toBeGreaterThanOrEqual(10);
});

test('work that is no longer wanted ends after its slice', async () => {
  const { step, slices, options, done } = machine(() => 0.05);
  expect(await runInSlices(step, () => slices.length < 3, options)).toBe(false);
  expect(done()).toBeLessThan(1000);
});
