import { defineElement } from '../shared/define-element.ts';
import { RoiCalculator } from './roi-calculator.ts';

defineElement('roi-calculator', RoiCalculator);
