import { html, type TemplateResult } from 'lit/html.js';
import {
  effectsByOwner,
  ownerOfPart,
  ownerWords,
  unmeasuredWords,
} from '../../../calculator/actual/part-words.ts';
import { leverFigure, partLabel } from '../../../calculator/lever-words.ts';
import { roundMoney } from '../../../calculator/round-money.ts';
import { stageInText } from '../../../calculator/stage-name.ts';
import { fill } from '../../../i18n/fill.ts';
import type { Variance } from '../../../roi/variance/explain-variance.ts';
import type { VariancePart } from '../../../roi/variance/variance-parts.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';

/** Whether a part is other than planned, with or without an effect so far. */
export const hasMoved = ({ planned, actual, effect }: VariancePart): boolean =>
  effect !== 0 || Math.abs(planned - actual) > 1e-9 * Math.abs(planned);

/** The parts of a gap, those that moved, with their bars; they sum to the gap. */
export function varianceTable(
  variance: Variance,
  { campaign, texts, format }: CalculatorContext,
): TemplateResult {
  const messages = texts('planner').actual;
  const calculator = texts('calculator');
  const parts = variance.parts.filter(hasMoved).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const widest = Math.max(...parts.map(({ effect }) => Math.abs(effect))) || 1;
  const shown = roundMoney([widest], format);
  const signed = (amount: number) => (amount > 0 ? '+' : '') + shown(amount);
  return html`<p>${fill(messages.gap, { gap: signed(variance.gap) })}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${messages.title}><table class="parts">
      <thead>
        <tr>
          <th scope="col">${messages.part}</th>
          <th scope="col">${messages.movement}</th>
          <th scope="col">${messages.effect}</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map((part) => {
          const { input, planned, actual, effect } = part;
          const owner = ownerOfPart(part);
          const notes = [ownerWords(owner, calculator, messages), unmeasuredWords(part, variance, messages)];
          const figure = (value: number) => leverFigure(input, value, format);
          return html`<tr class=${owner}>
            <th scope="row">
              ${partLabel(part, campaign, calculator)}<br /><span class="quiet">${notes.filter(Boolean).join(' · ')}</span>
            </th>
            <td><span>${figure(planned)} ${'→'}</span> <span>${figure(actual)}</span></td>
            <td>
              ${signed(effect)}
              <svg aria-hidden="true" height="12">
                <line x1="50%" x2="50%" y1="0" y2="12" class="axis"></line>
                <line x1="50%" x2="${50 + (50 * effect) / widest}%" y1="6" y2="6" class="bar"></line>
              </svg>
            </td>
          </tr>`;
        })}
      </tbody>
      <tfoot>
        ${effectsByOwner(parts).map(
          ([owner, effect]) => html`<tr>
              <th scope="row" colspan="2">${ownerWords(owner, calculator, messages)}</th>
              <td>${signed(effect)}</td>
            </tr>`,
        )}
        <tr>
          <th scope="row" colspan="2"><strong>${messages.sum}</strong></th>
          <td><strong>${signed(variance.gap)}</strong></td>
        </tr>
      </tfoot>
    </table></div>
    ${variance.flags.map(
      ({ stage, exceeds }) =>
        html`<p>
          ${fill(messages.flag, { stage: stageInText(stage, calculator), exceeds: stageInText(exceeds, calculator) })}
        </p>`,
    )}`;
}
