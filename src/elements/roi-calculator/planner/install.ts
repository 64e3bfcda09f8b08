// Gives every calculator the planning panels. To be imported before the element is defined.
import { RoiCalculator } from '../roi-calculator.ts';
import { plannerPanels } from './planner-panels.ts';
import { plannerStyles } from './planner-styles.ts';

RoiCalculator.panels = [...RoiCalculator.panels, ...plannerPanels];
RoiCalculator.css += plannerStyles;
