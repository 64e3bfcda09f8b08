import { addressProblem } from '../address-problem.ts';
import { events } from '../happening.ts';
import type { Receiver } from './receiver.ts';

/** A program of the team's own: it is told everything there is to tell, by our names, and checks our signature. */
export const webhook: Receiver = {
  name: 'webhook',
  settings: [{ name: 'url', kind: 'text', problem: addressProblem }],
  events,
  consent: 'none',
  keepsPeople: false,
  fields: null,
  fieldName: /^$/,
  tell: null,
};
