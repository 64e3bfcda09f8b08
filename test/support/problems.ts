import { type MockInstance, vi } from 'vitest';
import type { ConfigurationProblem } from '../../src/elements/shared/unisono-element.ts';

/** What an owner is told: on the page as events, and in the console. */
export interface Problems {
  events: ConfigurationProblem[];
  console: MockInstance<typeof console.error>;
}

/** Listens for configuration problems of one test. */
export function hearProblems(): Problems {
  const events: ConfigurationProblem[] = [];
  const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => {});
  const hear = ({ detail }: CustomEvent<ConfigurationProblem>) => events.push(detail);
  document.body.addEventListener('unisono-problem', hear);
  return { events, console };
}
