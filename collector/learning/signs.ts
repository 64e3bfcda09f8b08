import {
  behaviourOf,
  type Envelope,
  factsOf,
  holds,
  isGranted,
  scoringSchema,
  termsOf,
} from 'unisono/schema';

/** Something that a request carries or does not, said as a condition of a score rule. */
export interface Sign {
  when: string;
  kind: keyof typeof kinds;
}

const said = (name: string, values: readonly (string | undefined)[] | string | undefined) =>
  [values ?? []].flat().flatMap((value) => (value ? [`${name}=${value}`] : []));

const filledIn = ['company', 'phone', 'message'] as const;

/** Asked of everybody who let their behaviour be looked at. */
const behaviours = [
  ...[2, 3, 5, 10].map((least) => `pageViews>=${least}`),
  ...[30, 60, 120, 300].map((least) => `activeSeconds>=${least}`),
  'ctaClicks>=1',
  'calculations>=1',
];

const utmOf = ({ attribution }: Envelope) => (attribution?.current ?? attribution?.last)?.utm;

/** Each kind of sign, and which conditions a request suggests: the place to add the next. */
const kinds = {
  buying: ({ profile }: Envelope) =>
    Object.entries(profile.buying ?? {}).flatMap(([name, value]) => said(name, value)),
  interests: ({ profile }: Envelope) => said('interests', profile.interests),
  answers: ({ profile }: Envelope) => (profile.answers ?? []).flatMap(({ name, value }) => said(name, value)),
  filledIn: (): string[] => [...filledIn],
  source: (lead: Envelope) => said('source', utmOf(lead)?.source),
  campaign: (lead: Envelope) => said('campaign', utmOf(lead)?.campaign),
  behaviour: () => behaviours,
};

/** A value with `|` or `&` in it, say, can be no condition. */
const isCondition = (when: string) =>
  !/[|&]/.test(when) && scoringSchema.safeParse({ rules: [{ when, points: 1 }], warm: 0, hot: 0 }).success;

/** A sign that fewer requests suggest is nobody's mark but theirs: a name, say, that was asked for by a question. */
const rarest = 3;

/** As many signs are looked at, at most: the most frequent. */
const mostSigns = 200;

/** The signs that requests suggest, each once, the most frequent first. */
export function signsIn(leads: readonly Envelope[]): Sign[] {
  const found = new Map<string, { sign: Sign; times: number }>();
  for (const lead of leads) {
    for (const [kind, suggest] of Object.entries(kinds) as [Sign['kind'], (lead: Envelope) => string[]][]) {
      for (const when of new Set(suggest(lead))) {
        const known = found.get(when) ?? { sign: { when, kind }, times: 0 };
        found.set(when, { ...known, times: known.times + 1 });
      }
    }
  }
  return [...found.values()]
    .filter(({ sign, times }) => times >= rarest && isCondition(sign.when))
    .sort((one, other) => other.times - one.times)
    .slice(0, mostSigns)
    .map(({ sign }) => sign);
}

/**
 * Which of these signs a request carries, asked as the score asks, in their order. Each sign is read once for all requests.
 * @returns for a request: `null` where nobody can know, which is behaviour of somebody who did not let it be looked at
 */
export function signsReader(signs: readonly Sign[]): (lead: Envelope) => (boolean | null)[] {
  const read = signs.map(({ when }) => termsOf(when)!);
  const names = [...new Set(read.flat().map(({ name }) => name))];
  return (lead) => {
    const isProfiled = isGranted(lead.consents, 'profiling');
    const isObserved = isProfiled && Boolean(lead.attribution || lead.engagement || lead.calculation);
    const allowed = isProfiled ? lead : { profile: lead.profile };
    const behaviour = behaviourOf(allowed);
    const facts = factsOf(allowed, behaviour);
    // Many signs ask for the same: what is said of it is looked up once.
    const said = new Map(names.map((name) => [name, facts(name)]));
    return read.map((terms) =>
      !isObserved && terms.some(({ name }) => name in behaviour)
        ? null
        : holds(terms, (name) => said.get(name)!),
    );
  };
}
