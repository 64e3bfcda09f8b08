import { expect, test } from 'vitest';
import { expectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import { workedStage } from '../../../../src/roi/goal/worked-stage.ts';
import type { Campaign, Owner, StageName } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const worked = (first: StageName, ...later: [StageName, Owner?][]) => {
  const funnel: Campaign['funnel'] = [
    { name: first, volume: 100 },
    ...later.map(([name, owner]) => ({ name, rate: 0.5, ...(owner && { owner }) })),
  ];
  return workedStage(expectedCampaign(campaign({ funnel })));
};

test('sales works opportunities, whoever owns them and whatever else it owns', () => {
  expect(worked('leads', ['sql'], ['opportunities'], ['customers'])).toBe(2);
  expect(worked('leads', ['sql', 'sales'], ['opportunities', 'marketing'], ['customers'])).toBe(2);
  expect(worked('opportunities', ['customers'])).toBe(0);
});

test('without opportunities it works the first stage that it owns', () => {
  expect(worked('leads', ['mql'], ['sql', 'sales'], ['customers'])).toBe(2);
  expect(worked('leads', ['customers', 'marketing'])).toBe(-1);
});
