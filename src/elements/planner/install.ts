// Gives every calculator its planner. To be imported before the element is defined.

import { RoiCalculator } from '../roi-calculator/roi-calculator.ts';
import { cashStyles } from './cash/cash-styles.ts';
import { createPlanner } from './create-planner.ts';
import { plannerStyles } from './planner-styles.ts';
import { reportStyles } from './share/report-styles.ts';
import { shareStyles } from './share/share-styles.ts';

RoiCalculator.planner = createPlanner;
RoiCalculator.css += cashStyles + plannerStyles + shareStyles + reportStyles;
