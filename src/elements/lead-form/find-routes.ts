import { adapterOf } from '../../delivery/adapters.ts';
import { destinationOf } from '../../delivery/destination.ts';
import type { Route } from '../../delivery/route.ts';
import { type FurtherReceiver, receiverOptions } from '../../form/lead-form-options.ts';
import { bare } from '../../lead/bare.ts';

const id = 'your id, never a secret key';

/** What an owner is told where a receiver is not said in full, or says too much. */
export const expectedOf = {
  endpoint: 'an http(s) address',
  destination: `one of ${receiverOptions.destination.choices.join(', ')}, or your collector if it needs a key`,
  portal: id,
  form: id,
  key: 'form for public keys, your collector for secret ones',
  secret: 'your collector: this address is a secret',
};

/** What a form says of where its leads go. */
export interface RouteSettings {
  /** The form's own receiver. */
  own: FurtherReceiver;
  /** Where hot leads go in its place. */
  hotEndpoint: string | undefined;
  further: readonly FurtherReceiver[];
  /** Tells the owner what is missing. */
  report(option: string, expected: string): void;
}

/** Where a form sends to. A receiver that is not said in full is left out, and told to the owner. */
export function findRoutes({ own, hotEndpoint, further, report }: RouteSettings): Route[] {
  const routeTo = (given: FurtherReceiver, option?: string): Route[] => {
    const { when, ...receiver } = bare(given);
    const to = destinationOf(receiver, document.baseURI);
    if (typeof to === 'string') {
      report(option ?? to, expectedOf[to]);
      return [];
    }
    if (adapterOf(to.adapter)!.secret) report(option ?? 'endpoint', expectedOf.secret);
    return [{ to, when }];
  };
  const hot = hotEndpoint
    ? routeTo({ ...own, endpoint: hotEndpoint, when: 'temperature=hot' }, 'hotEndpoint')
    : [];
  const all = hot.length ? { ...own, when: 'temperature!=hot' } : own;
  return [
    ...(own.endpoint || own.destination || !further.length ? routeTo(all) : []),
    ...hot,
    ...further.flatMap((receiver) => routeTo(receiver, 'destinations')),
  ];
}
