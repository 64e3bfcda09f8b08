// Gives every calculator the planning panels. To be imported before the element is defined.

import { cashPanel } from '../panels/cash-panel.ts';
import { RoiCalculator } from '../roi-calculator.ts';
import { scenarioMemory } from '../share/scenario-memory.ts';
import { sharePanel } from '../share/share-panel.ts';
import { shareStyles } from '../share/share-styles.ts';
import { plannerPanels } from './planner-panels.ts';
import { plannerStyles } from './planner-styles.ts';

RoiCalculator.panels = [...RoiCalculator.panels, cashPanel, ...plannerPanels, sharePanel];
RoiCalculator.memory = scenarioMemory;
RoiCalculator.css += plannerStyles + shareStyles;
