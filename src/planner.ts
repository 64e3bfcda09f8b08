// Gives every <roi-calculator> its planning panels. To be imported before the element is defined.
import './elements/planner/install.ts';
import { registerPlanner } from './locales/register.ts';

registerPlanner();
