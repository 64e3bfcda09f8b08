import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { knownResults } from '../../calculator/actual/known-results.ts';
import { presets } from '../../calculator/presets.ts';
import type { CalculatorContext, CalculatorHost, Planner } from '../roi-calculator/planner.ts';
import { type ApartPanel, apart } from './apart.ts';
import { hasEntries } from './panel.ts';
import { panels } from './panels.ts';
import { presetChoice } from './preset-choice.ts';
import { followLinks } from './share/follow-links.ts';
import { type LinkProblem, scenarioMemory } from './share/scenario-memory.ts';
import { sharePanel } from './share/share-panel.ts';

const apartPanels = [...panels, sharePanel].map((panel) => apart(panel));

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
      views = new Map(apartPanels.map((panel) => [panel, panel.create()]));
    },
    recall(id) {
      const linked = scenarioMemory.fromLink(id);
      // A link says what was wrong with it; without one an earlier link's trouble stands.
      if (linked.scenario || linked.problem) problem = linked.problem;
      // What the tab has stored is older than what stands here, once something does.
      const scenario = linked.scenario ?? (isKnown ? null : scenarioMemory.stored(id));
      isKnown = true;
      // What somebody else has entered is in sight.
      for (const panel of panels) if (hasEntries(panel, linked.scenario ?? {})) open.add(panel.name);
      return scenario;
    },
    remember(scenario, id, address) {
      problem = null;
      scenarioMemory.remember(scenario, id, address);
    },
    before(place, context) {
      const { isFull } = context;
      const wrong = problem
        ? html`<p class="note" part="error" role="alert">${context.texts('share')[problem]}</p>`
        : nothing;
      render([wrong, isFull ? presetChoice(context) : nothing], place);
    },
    after(place, context) {
      if (context.whole.mode === 'evaluate') {
        const compare = () => {
          open.add('actual');
          context.decide({ mode: 'full', entries: knownResults(context.whole) });
        };
        const { compare: words } = context.texts('planner').actual;
        render(html`<button type="button" @click=${compare}>${words}</button>`, place);
        return;
      }
      const details = Array.from(
        context.isFull ? views : [],
        ([{ name, title }, view]) =>
          html`<details class="panel" part="panel" data-panel=${name} ?open=${open.has(name)} @toggle=${toggle}>
            <summary>${title(context.texts)}</summary>
            ${open.has(name) ? view(context) : nothing}
          </details>`,
      );
      render(details, place);
    },
  };
  planner.begin();
  followLinks(host);
  return planner;
}
