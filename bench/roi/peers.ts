import * as formulajs from '@formulajs/formulajs';
import * as financial from 'financial';
import * as nodeIrr from 'node-irr';

export type Answer = Record<string, unknown>;
type Asks = Record<string, (inputs: never) => Answer>;

interface Flows {
  flows: number[];
  rate: number;
  firstPeriod?: number;
  financeRate: number;
  reinvestRate: number;
  dates: string[];
}

const utc = (dates: string[]) => dates.map((date) => new Date(`${date}T00:00:00Z`));

/** One rate where all are asked for: as much as a peer can say. */
const rates = (irr: (flows: number[]) => unknown): Asks => ({
  irr: ({ flows }: Flows) => ({ irr: irr(flows) }),
  'irr-any': ({ flows }: Flows) => ({ irr: irr(flows) }),
  'irr-all': ({ flows }: Flows) => ({ roots: irr(flows) }),
});

/** Each peer asked as its own documentation says, with its conventions translated in its favour. */
export const peers: Record<string, Asks> = {
  'node-irr': {
    ...rates((flows) => nodeIrr.irr(flows)),
    xirr: ({ flows, dates }: Flows) => {
      const { rate } = nodeIrr.xirr(flows.map((amount, i) => ({ amount, date: dates[i]! })));
      return { xirr: nodeIrr.convertRate(rate, 365) };
    },
  },
  formulajs: {
    ...rates((flows) => formulajs.IRR(flows)),
    // Its first flow is at t = 1, as in a spreadsheet.
    npv: ({ rate, flows, firstPeriod }: Flows) => {
      const [first = 0, ...rest] = flows;
      return {
        npv: firstPeriod === 1 ? formulajs.NPV(rate, ...flows) : first + Number(formulajs.NPV(rate, ...rest)),
      };
    },
    mirr: ({ flows, financeRate, reinvestRate }: Flows) => ({
      mirr: formulajs.MIRR(flows, financeRate, reinvestRate),
    }),
    xirr: ({ flows, dates }: Flows) => ({ xirr: formulajs.XIRR(flows, utc(dates)) }),
    xnpv: ({ rate, flows, dates }: Flows) => ({ xnpv: formulajs.XNPV(rate, flows, utc(dates)) }),
  },
  financial: {
    ...rates((flows) => financial.irr(flows)),
    npv: ({ rate, flows, firstPeriod = 0 }: Flows) => ({
      npv: financial.npv(rate, flows) / (1 + rate) ** firstPeriod,
    }),
    mirr: ({ flows, financeRate, reinvestRate }: Flows) => ({
      mirr: financial.mirr(flows, financeRate, reinvestRate),
    }),
  },
};
