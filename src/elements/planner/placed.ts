import { Directive, directive } from 'lit/directive.js';
import type { Markup } from '../../markup/markup.ts';
import { become, type Part, partOf } from '../shared/show.ts';

class Placed extends Directive {
  #part: Part | undefined;

  render(wanted: Markup): Node {
    this.#part = this.#part ? become(this.#part, wanted) : partOf(wanted);
    return this.#part.node;
  }
}

/** Puts what calculator and planner have in common into a template: one element, whatever it is made into. */
export const placed = directive(Placed);
