// What reads alike stands together: a script is smaller when styles are beside styles and words beside words.
import './elements/shared/base-styles.ts';
import './elements/lead-form/lead-form-styles.ts';
import './locales/register.ts';
import './elements/lead-form/define.ts';
import { sendTest } from './elements/lead-form/send-test.ts';
import { installScript } from './install-script.ts';
import { registerForm } from './locales/register.ts';

registerForm();
installScript({ sendTest });
