import './elements/roi-calculator/define.ts';
import { installScript } from './install-script.ts';
import { registerCalculator } from './locales/register.ts';

registerCalculator();
installScript({});
