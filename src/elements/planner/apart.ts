import type { Content } from '../../markup/markup.ts';
import { InputError } from '../../roi/campaign/check/input-error.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';
import { show } from '../shared/show.ts';
import type { Panel } from './panel.ts';

/** Runs a job once the browser has painted what is there now. */
const afterPaint = (job: () => void): void => {
  requestAnimationFrame(() => setTimeout(job));
};

/** Shows what a panel has to say in an element of the page. */
export type PanelView = (context: CalculatorContext, into: Element) => void;

/** A panel that asks nobody to render it again. */
export interface ApartPanel extends Omit<Panel, 'create'> {
  create(): PanelView;
}

/**
 * A panel that renders itself into a place of its own. What changes in it does not render the calculator again, and
 * what changes in the calculator is painted first: the answer never waits for a panel.
 */
export const apart = (panel: Panel, later: (job: () => void) => void = afterPaint): ApartPanel => ({
  ...panel,
  create() {
    const place = document.createElement('div');
    let context: CalculatorContext | undefined;
    let isPending = false;
    let isShowing = false;
    let isStale = false;
    let view: (context: CalculatorContext) => Content;
    const update = () => {
      isPending = false;
      // A field that goes while somebody is in it says at once that they have left: what follows from that is shown next.
      isStale = isShowing;
      if (isShowing) return;
      let content: Content;
      try {
        content = view(context!);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        content = [context!.texts('calculator').noAnswer];
      }
      isShowing = true;
      show(place, content);
      isShowing = false;
      if (isStale) update();
    };
    view = panel.create(update, place);
    return (given, into) => {
      const isOpen = place.isConnected;
      context = given;
      if (!isOpen) {
        into.replaceChildren(place);
        update();
      } else if (!isPending) {
        isPending = true;
        later(update);
      }
    };
  },
});
