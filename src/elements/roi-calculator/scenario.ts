import type { InputName } from '../../i18n/calculator-messages.ts';
import type { Campaign } from '../../roi/campaign.ts';

/** Where the visitor's numbers begin: at leads, or one step earlier. */
export type Start = 'leads' | 'clicks';

/** What the calculator calculates. Money in major units, rates as fractions. */
export interface Scenario {
  start: Start;
  values: Record<InputName, number>;
}

/** The inputs that a start asks for, in the order of the funnel. */
export const inputsFrom = (start: Start): InputName[] => [
  'media',
  ...(start === 'clicks' ? (['clicks', 'leadRate'] as const) : (['leads'] as const)),
  'customerRate',
  'averageSale',
  'grossMargin',
];

/** The scenario as the model takes it. */
export function campaignOf({ start, values }: Scenario): Campaign {
  const { media, clicks, leadRate, leads, customerRate, averageSale, grossMargin } = values;
  return {
    costs: { media },
    funnel: [
      ...(start === 'clicks'
        ? ([
            { name: 'clicks', volume: clicks },
            { name: 'leads', rate: leadRate },
          ] as const)
        : ([{ name: 'leads', volume: leads }] as const)),
      { name: 'customers', rate: customerRate },
    ],
    value: { averageSale, grossMargin },
  };
}
