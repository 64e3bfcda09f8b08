import { stages, teams } from '../../store/tables.ts';
import type { Wanted } from '../../working/find-people.ts';
import { temperatures } from '../../working/find-people.ts';
import type { SignedIn } from '../route.ts';

const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text);

const day = (text: string): string | undefined => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

/** What somebody asks for in the page's address. A value that there is none of is as good as none. */
export function wantedOf({ field }: SignedIn): Wanted {
  const owner = /^\d{1,15}$/.test(field('owner')) ? Number(field('owner')) : undefined;
  const wanted = {
    words: field('words').slice(0, 200),
    stage: oneOf(stages, field('stage')),
    temperature: oneOf(temperatures, field('temperature')),
    team: oneOf(teams, field('team')),
    owner,
    form: field('form').slice(0, 200),
    campaign: field('campaign').slice(0, 200),
    from: day(field('from')),
    until: day(field('until')),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** The same back, as the query of an address. */
export const queryOf = (wanted: Wanted, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({ ...(wanted as Record<string, string>), ...more }).toString();
  return query && `?${query}`;
};
