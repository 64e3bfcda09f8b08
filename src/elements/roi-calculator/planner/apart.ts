import { html, render, type TemplateResult } from 'lit/html.js';
import type { Panel, PanelContext } from '../panel.ts';

/** Runs a job once the browser has painted what is there now. */
const afterPaint = (job: () => void) => requestAnimationFrame(() => setTimeout(job));

/**
 * A panel that renders itself into a place of its own. What changes in it does not render the calculator again, and
 * what changes in the calculator is painted first: the answer never waits for a panel.
 */
export const apart = (panel: Panel, later: (job: () => void) => void = afterPaint): Panel => ({
  ...panel,
  create() {
    const place = document.createElement('div');
    let context: PanelContext | undefined;
    let isPending = false;
    let view: (context: PanelContext) => TemplateResult;
    const show = () => {
      isPending = false;
      render(view(context!), place);
    };
    view = panel.create(show);
    return (given) => {
      const isOpen = place.isConnected;
      context = given;
      if (!isOpen) show();
      else if (!isPending) {
        isPending = true;
        later(show);
      }
      return html`${place}`;
    };
  },
});
