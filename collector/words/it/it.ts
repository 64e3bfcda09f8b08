import type { Words } from '../en/en.ts';
import { destinations } from './destinations.ts';
import { example } from './example.ts';
import { frame } from './frame.ts';
import { importing } from './importing.ts';
import { lists } from './lists.ts';
import { objective } from './objective.ts';
import { person } from './person.ts';
import { request } from './request.ts';
import { results } from './results.ts';
import { rights } from './rights.ts';
import { scoring } from './scoring.ts';
import { target } from './target.ts';
import { team } from './team.ts';
import { telling } from './telling.ts';

export const it: Words = {
  frame,
  lists,
  person,
  request,
  scoring,
  team,
  telling,
  destinations,
  rights,
  objective,
  target,
  results,
  importing,
  example,
};
