import { example } from './example.ts';
import { frame } from './frame.ts';
import { lists } from './lists.ts';
import { person } from './person.ts';
import { rights } from './rights.ts';
import { team } from './team.ts';
import { telling } from './telling.ts';

export const en = { frame, lists, person, team, telling, rights, example };

/** Everything the collector says to a person, whatever the language. */
export type Words = typeof en;
