// Gives every calculator the planning panels. To be imported before the element is defined.

import { cashPanel } from '../panels/cash-panel.ts';
import { cashStyles } from '../panels/cash-styles.ts';
import { presets } from '../presets.ts';
import { RoiCalculator } from '../roi-calculator.ts';
import { scenarioMemory } from '../share/scenario-memory.ts';
import { sharePanel } from '../share/share-panel.ts';
import { shareStyles } from '../share/share-styles.ts';
import { plannerPanels } from './planner-panels.ts';
import { plannerStyles } from './planner-styles.ts';

RoiCalculator.panels = [...RoiCalculator.panels, cashPanel, ...plannerPanels, sharePanel];
RoiCalculator.presets = presets;
RoiCalculator.memory = scenarioMemory;
RoiCalculator.css += cashStyles + plannerStyles + shareStyles;

// A link that is opened on a page which is already there changes nothing but its fragment.
globalThis.addEventListener?.('hashchange', () => {
  for (const calculator of document.querySelectorAll('roi-calculator')) calculator.recall();
});
