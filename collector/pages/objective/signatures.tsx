import type { JSX } from 'preact';
import type { AgreedObjective } from '../../agreeing/objective-in-force.ts';
import type { Signed } from '../../agreeing/objectives.ts';
import { momentText } from '../parts/moment.tsx';
import { Terms } from '../parts/terms.tsx';
import type { Visit } from '../route.ts';
import { spanText } from './agreed-parts.tsx';
import type { Figures } from './figures.ts';

interface Props {
  objective: AgreedObjective & Signed;
  visit: Visit;
  figures: Figures;
}

/** When it runs, what counts, and who agreed to it when. */
export function Signatures({ objective, visit, figures }: Props): JSX.Element {
  const { words, language } = visit;
  const texts = words.objective;
  const { agreed, starts_on, campaigns, marketing_at, sales_at, ended_at } = objective;
  const by = (name: string | null, at: string | null): string =>
    at === null ? texts.notYet : texts.byWhom(name ?? texts.somebody, momentText(at, language));
  return (
    <Terms
      of={[
        [texts.dates, spanText(starts_on, agreed.campaign.timing?.months ?? 1, visit, figures)],
        [texts.campaigns, campaigns.join(', ') || texts.allCampaigns],
        [texts.definition, figures.messages.definitions[agreed.definition]],
        [texts.proposedBy, by(objective.proposer, objective.proposed_at)],
        [texts.agreedBy.marketing, by(objective.forMarketing, marketing_at)],
        [texts.agreedBy.sales, by(objective.forSales, sales_at)],
        [texts.endedAt, ended_at && momentText(ended_at, language)],
      ]}
    />
  );
}
