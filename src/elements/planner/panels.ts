import { actualPanel } from './actual/actual-panel.ts';
import { cashPanel } from './cash/cash-panel.ts';
import { figuresPanel } from './figures/figures-panel.ts';
import { funnelPanel } from './funnel/funnel-panel.ts';
import { goalPanel } from './goal/goal-panel.ts';
import { leversPanel } from './levers/levers-panel.ts';
import type { Panel } from './panel.ts';
import { rangePanel } from './range/range-panel.ts';

/** What a team plans with, in the order of its questions. One row a panel: the place to add the next. */
export const panels: readonly Panel[] = [
  figuresPanel,
  funnelPanel,
  cashPanel,
  rangePanel,
  leversPanel,
  goalPanel,
  actualPanel,
];
