// What reads alike stands together: a script is smaller when styles are beside styles and words beside words.
import './elements/shared/base-styles.ts';
import './elements/roi-calculator/roi-calculator-styles.ts';
import './elements/planner/planner-styles.ts';
import './elements/planner/share/report-styles.ts';
import './locales/register.ts';
import './planner.ts';
import { RoiCalculator } from './elements/roi-calculator/roi-calculator.ts';
import { defineElement } from './elements/shared/define-element.ts';
import { installScript } from './install-script.ts';
import { registerCalculator } from './locales/register.ts';

registerCalculator();
// Not by its own `define.ts`: the planner keeps the numbers, and what does so elsewhere would be there for nothing.
defineElement('roi-calculator', RoiCalculator);
installScript({});
