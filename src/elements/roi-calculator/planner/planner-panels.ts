import type { Panel } from '../panel.ts';
import { actualPanel } from './actual-panel.ts';
import { apart } from './apart.ts';
import { goalPanel } from './goal-panel.ts';
import { leversPanel } from './levers-panel.ts';
import { rangePanel } from './range-panel.ts';

/** What a team plans with, in the order of its questions. */
export const plannerPanels: readonly Panel[] = [rangePanel, leversPanel, goalPanel, actualPanel].map(
  (panel) => apart(panel),
);
