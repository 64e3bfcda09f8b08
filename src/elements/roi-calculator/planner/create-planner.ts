import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CalculatorContext, Planner } from '../planner.ts';
import { actualPanel } from './actual/actual-panel.ts';
import { apart } from './apart.ts';
import { cashPanel } from './cash/cash-panel.ts';
import { goalPanel } from './goal/goal-panel.ts';
import { leversPanel } from './levers/levers-panel.ts';
import type { Panel } from './panel.ts';
import { presetChoice } from './preset-choice.ts';
import { presets } from './presets.ts';
import { rangePanel } from './range/range-panel.ts';
import { type LinkProblem, scenarioMemory } from './share/scenario-memory.ts';
import { sharePanel } from './share/share-panel.ts';

/** What a team plans with, in the order of its questions. */
const panels: readonly Panel[] = [cashPanel, rangePanel, leversPanel, goalPanel, actualPanel, sharePanel].map(
  (panel) => apart(panel),
);

/** @param update asks for another rendering of the calculator */
export function createPlanner(update: () => void): Planner {
  const open = new Set<string>();
  let views: Map<Panel, (context: CalculatorContext) => TemplateResult>;
  /** What was wrong with the link that somebody came by, until they change something. */
  let problem: LinkProblem | null = null;
  let isKnown = false;

  const toggle = ({ currentTarget }: Event) => {
    const { open: isOpen, dataset } = currentTarget as HTMLDetailsElement;
    open[isOpen ? 'add' : 'delete'](dataset.panel!);
    update();
  };

  const planner: Planner = {
    asks: ['timing'],
    speak(messages, texts) {
      const { title, ...inputs } = texts('planner').timing;
      return {
        ...messages,
        inputs: { ...messages.inputs, ...inputs },
        groups: { ...messages.groups, ...{ timing: title } },
      };
    },
    assumed: (preset) => (preset ? presets[preset] : {}),
    begin() {
      views = new Map(panels.map((panel) => [panel, panel.create(update)]));
    },
    recall(id) {
      const linked = scenarioMemory.fromLink(id);
      problem = linked.problem ?? problem;
      // What the tab has stored is older than what stands here, once something does.
      const scenario = linked.scenario ?? (isKnown ? null : scenarioMemory.stored(id));
      isKnown = true;
      return scenario;
    },
    remember(scenario, id) {
      problem = null;
      scenarioMemory.remember(scenario, id);
    },
    before: (context) => [
      problem
        ? html`<p class="note" part="error" role="alert">${context.texts('share')[problem]}</p>`
        : nothing,
      context.isFull ? presetChoice(context) : nothing,
    ],
    after: (context) =>
      Array.from(
        views,
        ([{ name, title }, view]) =>
          html`<details class="panel" part="panel" data-panel=${name} ?open=${open.has(name)} @toggle=${toggle}>
            <summary>${title(context.texts)}</summary>
            ${open.has(name) ? view(context) : nothing}
          </details>`,
      ),
  };
  planner.begin();
  return planner;
}
