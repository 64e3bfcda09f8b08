import type { Scenario } from './scenario.ts';

/** The names of the panels that somebody has entered something into. */
export const panelsWithEntries = ({ entries = {} }: Partial<Scenario>): string[] => [
  ...new Set(Object.keys(entries).flatMap((name) => (entries[name] === null ? [] : name.split('-')[0]!))),
];
