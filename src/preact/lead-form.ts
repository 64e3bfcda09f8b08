import {
  LeadForm as LeadFormElement,
  type LeadMoment,
  type LeadReceipt,
} from '../elements/lead-form/lead-form.ts';
import { defineElement } from '../elements/shared/define-element.ts';
import type { ConfigurationProblem } from '../elements/shared/unisono-element.ts';
import { type LeadFormConfig, leadFormOptions } from '../form/lead-form-options.ts';
import { registerForm } from '../locales/register.ts';
import { type ElementProps, elementComponent } from './element-component.ts';

interface Handlers {
  onLeadReceipt(event: CustomEvent<LeadReceipt>): void;
  onLeadView(event: CustomEvent<LeadMoment>): void;
  onLeadStart(event: CustomEvent<LeadMoment>): void;
  onLeadStep(event: CustomEvent<LeadMoment>): void;
  onLeadAbandon(event: CustomEvent<LeadMoment>): void;
  onUnisonoProblem(event: CustomEvent<ConfigurationProblem>): void;
}

export type LeadFormProps = ElementProps<LeadFormElement, LeadFormConfig, Handlers>;

/** `<lead-form>` for Preact: every option is a property, every event a handler, slots are children. */
export const LeadForm = /* @__PURE__ */ elementComponent<LeadFormElement, LeadFormConfig, Handlers>({
  tag: 'lead-form',
  options: leadFormOptions,
  events: {
    onLeadReceipt: 'lead-receipt',
    onLeadView: 'lead-view',
    onLeadStart: 'lead-start',
    onLeadStep: 'lead-step',
    onLeadAbandon: 'lead-abandon',
    onUnisonoProblem: 'unisono-problem',
  },
  register() {
    registerForm();
    defineElement('lead-form', LeadFormElement);
  },
});
