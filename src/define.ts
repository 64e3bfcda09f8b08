import './elements/roi-calculator/define.ts';
import './elements/lead-form/define.ts';
import { registerCalculator, registerForm } from './locales/register.ts';

registerForm();
registerCalculator();
