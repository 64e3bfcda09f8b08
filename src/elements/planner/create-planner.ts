import { html, nothing, type TemplateResult } from 'lit/html.js';
import { panelsWithEntries } from '../../calculator/panels-with-entries.ts';
import { presets } from '../../calculator/presets.ts';
import type { CalculatorContext, CalculatorHost, Planner } from '../roi-calculator/planner.ts';
import { actualPanel } from './actual/actual-panel.ts';
import { type ApartPanel, apart } from './apart.ts';
import { cashPanel } from './cash/cash-panel.ts';
import { goalPanel } from './goal/goal-panel.ts';
import { leversPanel } from './levers/levers-panel.ts';
import { presetChoice } from './preset-choice.ts';
import { rangePanel } from './range/range-panel.ts';
import { followLinks } from './share/follow-links.ts';
import { type LinkProblem, scenarioMemory } from './share/scenario-memory.ts';
import { sharePanel } from './share/share-panel.ts';

/** What a team plans with, in the order of its questions. */
const panels: readonly ApartPanel[] = [
  cashPanel,
  rangePanel,
  leversPanel,
  goalPanel,
  actualPanel,
  sharePanel,
].map((panel) => apart(panel));

/** What one calculator is planned with. */
export function createPlanner(host: CalculatorHost): Planner {
  const open = new Set<string>();
  let views: Map<ApartPanel, (context: CalculatorContext) => TemplateResult>;
  /** What was wrong with the link that somebody came by, until they change something. */
  let problem: LinkProblem | null = null;
  let isKnown = false;

  const toggle = ({ currentTarget }: Event) => {
    const { open: isOpen, dataset } = currentTarget as HTMLDetailsElement;
    open[isOpen ? 'add' : 'delete'](dataset.panel!);
    host.requestUpdate();
  };

  const planner: Planner = {
    asks: ['timing'],
    speak(messages, texts) {
      const {
        assumption,
        timing: { title, ...inputs },
      } = texts('planner');
      return {
        ...messages,
        assumption,
        inputs: { ...messages.inputs, ...inputs },
        groups: { ...messages.groups, ...{ timing: title } },
      };
    },
    assumed: (preset) => (preset ? presets[preset] : {}),
    begin() {
      views = new Map(panels.map((panel) => [panel, panel.create()]));
    },
    recall(id) {
      const linked = scenarioMemory.fromLink(id);
      // A link says what was wrong with it; without one an earlier link's trouble stands.
      if (linked.scenario || linked.problem) problem = linked.problem;
      // What the tab has stored is older than what stands here, once something does.
      const scenario = linked.scenario ?? (isKnown ? null : scenarioMemory.stored(id));
      isKnown = true;
      // What somebody else has entered is in sight.
      for (const name of panelsWithEntries(linked.scenario ?? {})) open.add(name);
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
  followLinks(host);
  return planner;
}
