import { Directive, directive } from 'lit/directive.js';
import type { Markup } from '../../markup/markup.ts';
import { become } from '../shared/show.ts';

class Placed extends Directive {
  #element: Element | undefined;

  render(wanted: Markup): Element {
    this.#element ??= document.createElement(wanted.tag);
    return become(this.#element, wanted);
  }
}

/** Puts what calculator and planner have in common into a template: one element, whatever it is made into. */
export const placed = directive(Placed);
