import type { Visit } from '../route.ts';

/** The owner's page with the planner in the reader's language; `null`: nobody said where it is. */
export const plannerFor = ({ desk, language }: Visit): string | null =>
  desk.settings.planner?.replaceAll('{language}', language) ?? null;
