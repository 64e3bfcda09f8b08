// What reads alike stands together: a script is smaller when styles are beside styles and words beside words.
import './elements/shared/base-styles.ts';
import './elements/roi-calculator/roi-calculator-styles.ts';
import './locales/register.ts';
import './elements/roi-calculator/define.ts';
import { installScript } from './install-script.ts';
import { registerCalculator } from './locales/register.ts';

registerCalculator();
installScript({});
