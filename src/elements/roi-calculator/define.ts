import { defineCalculator } from './define-calculator.ts';

defineCalculator();
