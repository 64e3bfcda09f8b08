import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { leverFigure, leverLabel } from '../../../calculator/lever-words.ts';
import { type LeverBar, leverBars } from '../../../calculator/levers/lever-bars.ts';
import { fill } from '../../../i18n/fill.ts';
import { type LeverRanking, leverStep } from '../../../roi/goal/rank-levers.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { dataTable } from '../data-table.ts';
import { placed } from '../placed.ts';

/** The figure that the levers move: its name, and how it is written. */
export interface MovedFigure {
  name: string;
  write: (value: number) => string;
}

/** The widest lever (or those that are as wide) in a sentence, all of them as bars around the plan, and as a table. */
export function tornado(
  ranking: LeverRanking,
  { name: figure, write }: MovedFigure,
  { campaign, texts, format }: CalculatorContext,
): TemplateResult {
  const calculator = texts('calculator');
  const messages = texts('planner').levers;
  const { bars, now, zero } = leverBars(ranking);
  const words = bars.map(named);
  const [widest] = words;
  if (!widest) return html`<p>${calculator.noAnswer}</p>`;

  function named({ lever, owner, basis, swing, ends: [low, high] }: LeverBar) {
    return {
      basis:
        basis === 'own' ? messages.own : fill(messages.step, { step: format.figure(leverStep, 'fraction') }),
      lever: leverLabel(lever, campaign, calculator),
      owner: calculator.owners[owner],
      swing: write(swing),
      low: write(low.figure),
      high: write(high.figure),
      atLow: leverFigure(lever, low.lever, format),
      atHigh: leverFigure(lever, high.lever, format),
    };
  }
  const upright = (at: number | null, kind: string) =>
    at === null ? nothing : svg`<line x1="${at}%" x2="${at}%" y1="0" y2="24" class=${kind}></line>`;
  const label = (at: number | null, text: string) =>
    at === null
      ? nothing
      : html`<svg class="label" height="16">
          <text x="${at}%" y="12" text-anchor=${at < 30 ? 'start' : at > 70 ? 'end' : 'middle'}>${text}</text>
        </svg>`;

  function row(bar: LeverBar) {
    const words = named(bar);
    const [low, high] = bar.ends;
    return html`<li class=${bar.owner}>
      <p class="between"><span>${words.lever}</span> <span class="quiet">${words.owner} · ${words.basis}</span></p>
      <svg role="img" aria-label=${fill(messages.picture, { figure, ...words })} height="24">
        ${upright(zero, 'zero')}
        <line x1="${low.at}%" x2="${high.at}%" y1="12" y2="12" class="bar"></line>
        ${upright(now, 'mark')}
      </svg>
      <p class="between quiet">
        <span>${fill(messages.end, { value: words.atLow, result: words.low })}</span>
        <span>${fill(messages.end, { value: words.atHigh, result: words.high })}</span>
      </p>
    </li>`;
  }

  function cells(bar: LeverBar) {
    const { lever, owner, basis, low, high } = named(bar);
    const [from, to] = bar.ends.map((end) => end.lever).sort((a, b) => a - b);
    const interval = [from!, to!].map((end) => leverFigure(bar.lever, end, format)).join(' – ');
    return [lever, owner, interval, basis, low, high];
  }

  const alike = words.filter(({ swing }) => swing === widest.swing);
  const levers = alike.map(({ lever, owner }) => `${lever} (${owner})`).join(', ');
  return html`<p>${alike.length > 1 ? fill(messages.alike, { levers, swing: widest.swing }) : fill(messages.sentence, widest)}</p>
    ${label(now, fill(messages.now, { value: write(ranking.value ?? 0) }))}
    <ol class="bars">
      ${bars.map(row)}
    </ol>
    ${label(zero, messages.zero)}
    ${placed(
      dataTable(
        `${texts('planner').table} · ${messages.title}`,
        {
          lever: messages.lever,
          owner: messages.owner,
          interval: messages.interval,
          basis: messages.basis,
          low: messages.low,
          high: messages.high,
        },
        bars.map(cells),
      ),
    )}`;
}
