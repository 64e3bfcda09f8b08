import { html, render, type TemplateResult } from 'lit/html.js';
import { InputError } from '../../roi/campaign/check/input-error.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';
import type { Panel } from './panel.ts';

/** Runs a job once the browser has painted what is there now. */
const afterPaint = (job: () => void): void => {
  requestAnimationFrame(() => setTimeout(job));
};

/** A panel that asks nobody to render it again. */
export interface ApartPanel extends Omit<Panel, 'create'> {
  create(): ReturnType<Panel['create']>;
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
    let view: (context: CalculatorContext) => TemplateResult;
    const update = () => {
      isPending = false;
      try {
        render(view(context!), place);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        render(context!.texts('calculator').noAnswer, place);
      }
    };
    view = panel.create(update);
    return (given) => {
      const isOpen = place.isConnected;
      context = given;
      if (!isOpen) update();
      else if (!isPending) {
        isPending = true;
        later(update);
      }
      return html`${place}`;
    };
  },
});
