import './define.ts';
import { sendTest } from './elements/lead-form/send-test.ts';
import { installScript } from './install-script.ts';

installScript({ sendTest });
