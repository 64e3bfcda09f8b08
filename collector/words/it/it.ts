import type { Words } from '../en/en.ts';
import { example } from './example.ts';
import { frame } from './frame.ts';
import { lists } from './lists.ts';
import { person } from './person.ts';
import { rights } from './rights.ts';
import { team } from './team.ts';
import { telling } from './telling.ts';

export const it: Words = { frame, lists, person, team, telling, rights, example };
