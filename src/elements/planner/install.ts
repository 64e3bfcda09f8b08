// Gives every calculator its planner. To be imported before the element is defined.

import { RoiCalculator } from '../roi-calculator/roi-calculator.ts';
import { createPlanner } from './create-planner.ts';
import { panels } from './panels.ts';
import { plannerStyles } from './planner-styles.ts';
import { sharePanel } from './share/share-panel.ts';

RoiCalculator.planner = createPlanner;
RoiCalculator.css += [plannerStyles, ...[...panels, sharePanel].map(({ styles = '' }) => styles)].join('');
