import { withKnownResults } from '../../calculator/actual/with-known-results.ts';
import { inputLabel } from '../../calculator/input-label.ts';
import { inputs } from '../../calculator/inputs.ts';
import { presets } from '../../calculator/presets.ts';
import type { Scenario } from '../../calculator/scenario.ts';
import { lacksResults } from '../../calculator/whole-scenario.ts';
import type { InputName } from '../../i18n/calculator-messages.ts';
import { fill } from '../../i18n/fill.ts';
import { markup } from '../../markup/markup.ts';
import { isUncertain } from '../../roi/chance/why-not-drawn.ts';
import type { CalculatorContext, CalculatorHost, Planner } from '../roi-calculator/planner.ts';
import { show } from '../shared/show.ts';
import { pastOverlap } from './actual/overlap.ts';
import { type ApartPanel, apart, type PanelView } from './apart.ts';
import { campaignName } from './campaign-name.ts';
import { hasEntries, isReported } from './panel.ts';
import { panels } from './panels.ts';
import { presetChoice } from './preset-choice.ts';
import { followLinks } from './share/follow-links.ts';
import { onPaper } from './share/print-report.ts';
import { reportHead, signatures } from './share/report-parts.ts';
import { type LinkProblem, scenarioMemory } from './share/scenario-memory.ts';
import { sharePanel } from './share/share-panel.ts';

const places = [...panels, sharePanel].map((panel) => apart(panel));

/** What could not be read, by the names of its inputs where it has some. */
function troubleText(
  unread: readonly string[] | 'all',
  { whole, messages, texts }: CalculatorContext,
): string {
  const words = texts('share');
  if (unread === 'all') return words.unreadable;
  const names = unread.map((name) =>
    Object.hasOwn(inputs, name) ? inputLabel(name as InputName, whole, messages) : name,
  );
  return fill(words.partly, { names: names.join(', ') });
}

/** What one calculator is planned with. */
export function createPlanner(host: CalculatorHost): Planner {
  /** The one panel that is shown, and worked out; none where somebody has closed it. */
  let place: string | null = places[0]!.name;
  let views: Map<ApartPanel, PanelView>;
  /** What was wrong with the link that somebody came by, until they change something. */
  let problem: LinkProblem = null;
  /** The plan of a link that is to be taken up. */
  let offered: Partial<Scenario> | null = null;
  let isAsked = false;
  let isKnown = false;

  const stay = (at: string | null) => {
    place = at;
    scenarioMemory.stay(at, host.id);
  };
  const go = ({ currentTarget }: Event) => {
    const button = currentTarget as HTMLButtonElement;
    stay(place === button.name ? null : button.name);
    host.requestUpdate();
    // One that closes above it would take it out of sight.
    requestAnimationFrame(() => button.scrollIntoView({ block: 'nearest' }));
  };
  /** Puts what is offered in the place of what was entered, once whoever has entered something agrees. */
  const ask = (question: string) => {
    const scenario = offered;
    if (scenario && confirm(question)) {
      scenarioMemory.take(scenario, host.id);
      host.recall();
    } else scenarioMemory.leaveLink();
    offered = null;
  };

  /** From a campaign that has run to the plan it is held against. */
  const comparison = ({ whole, scenario, decide, texts }: CalculatorContext, at: HTMLElement) => {
    const compare = () => {
      stay('actual');
      decide({ mode: 'full', entries: withKnownResults(scenario.entries ?? {}, whole) });
      // The button goes, and the focus would go with it.
      requestAnimationFrame(() => at.querySelector<HTMLElement>('[data-panel=actual] button')!.focus());
    };
    return markup('button', { type: 'button', onclick: compare }, texts('planner').actual.compare);
  };

  const planner: Planner = {
    asks: ['timing'],
    speak(texts, { campaign }) {
      const messages = texts('calculator');
      const {
        assumption,
        hints,
        uncertainty,
        timing: { title, ...timing },
      } = texts('planner');
      return {
        ...messages,
        assumption,
        // One figure of many that might come: it must not look like a promise.
        ...(isUncertain(campaign) && { within: fill(uncertainty.average, { within: messages.within }) }),
        inputs: { ...messages.inputs, ...timing },
        hints: { ...messages.hints, ...hints },
        groups: { ...messages.groups, ...{ timing: title } },
      };
    },
    assumed: (preset) => (preset ? presets[preset] : {}),
    begin() {
      views = new Map(places.map((panel) => [panel, panel.create()]));
    },
    recall(id) {
      const isFirst = !isKnown;
      isKnown = true;
      if (isFirst) place = scenarioMemory.stayed(id) ?? place;
      const linked = scenarioMemory.fromLink(id);
      // A link says what was wrong with it; without one an earlier link's trouble stands.
      if (linked.scenario || linked.problem) problem = linked.problem;
      offered = linked.scenario ?? offered;
      if (offered && scenarioMemory.isEdited(id)) isAsked = true;
      else if (offered) {
        const scenario = offered;
        offered = null;
        scenarioMemory.take(scenario, id);
        // What somebody else has entered is in sight.
        place = panels.find((panel) => hasEntries(panel, scenario))?.name ?? place;
        return scenario;
      }
      // What the tab has stored is older than what stands here, once something does.
      return isFirst ? scenarioMemory.stored(id) : null;
    },
    remember(scenario, id, address) {
      problem = null;
      scenarioMemory.remember(scenario, id, address);
    },
    before(at, context) {
      const { isFull, texts } = context;
      show(at, [
        problem !== null &&
          markup('p', { class: 'note', part: 'error', role: 'alert' }, troubleText(problem, context)),
        isFull && markup('div', { class: 'head' }, campaignName(context), presetChoice(context)),
        onPaper.has(host) && reportHead(context),
      ]);
      at.nextElementSibling!.classList.toggle('workspace', isFull);
      if (isAsked) setTimeout(ask, 0, texts('share').replace);
      isAsked = false;
    },
    after(at, context) {
      if (!context.isFull)
        return show(
          at,
          context.whole.mode === 'evaluate' && !lacksResults(context.whole)
            ? [pastOverlap(context), comparison(context, at)]
            : [],
        );
      const isPaper = onPaper.has(host);
      const shown = [...views.keys()].map((panel) => {
        const { name, title } = panel;
        const isPrinted = isPaper && isReported(panel, context);
        // Where somebody is stays there while it prints, and with it the focus.
        const isHere = isPrinted || name === place;
        return markup(
          'section',
          { class: `panel ${isPaper && !isPrinted ? 'unsaid' : ''}`, part: 'panel', 'data-panel': name },
          markup(
            'h3',
            {},
            markup(
              'button',
              { type: 'button', name, 'aria-expanded': `${isHere}`, onclick: go },
              title(context.texts),
            ),
          ),
          isHere && markup('div', { class: 'place' }),
        );
      });
      show(at, [markup('div', { class: 'places' }, ...shown), isPaper && signatures(context)]);
      for (const [{ name }, view] of views) {
        const into = at.querySelector(`[data-panel=${name}] .place`);
        if (into) view(context, into);
      }
    },
  };
  planner.begin();
  followLinks(host);
  return planner;
}
