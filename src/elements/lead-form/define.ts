import { defineElement } from '../shared/define-element.ts';
import { LeadForm } from './lead-form.ts';

defineElement('lead-form', LeadForm);
