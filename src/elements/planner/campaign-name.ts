import { html, type TemplateResult } from 'lit/html.js';
import { longestName } from '../../calculator/share/scenario-text.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';

/** What the campaign is called: on the report, in the link and in both files. Like an entry, it is no calculation. */
export const campaignName = ({ scenario, decide, texts }: CalculatorContext): TemplateResult =>
  html`<label class="preset"
    >${texts('share').name}
    <input
      id="name"
      autocomplete="off"
      maxlength=${longestName}
      .value=${scenario.name ?? ''}
      @input=${({ target }: Event) => decide({ name: (target as HTMLInputElement).value, entries: scenario.entries ?? {} })}
  /></label>`;
