import './elements/lead-form/define.ts';
import { sendTest } from './elements/lead-form/send-test.ts';
import { installScript } from './install-script.ts';
import { registerForm } from './locales/register.ts';

registerForm();
installScript({ sendTest });
