import type { Campaign, Goal, RoiDefinition } from 'unisono/roi';

/** What was agreed on: a plan both teams can compute again. */
export interface Agreed {
  /** As a link carries it (`scenarioText`), so that the planner opens it again; `null` where it came as JSON. */
  scenario: string | null;
  /** What is meant by ROI: pinned, so that nobody changes it afterwards. */
  definition: RoiDefinition;
  /** The campaign as it is to run: where the goal asks for more than was planned, with the lever moved. */
  campaign: Campaign;
  /** What is to be reached, and by when; `null` where the plan itself is the objective. */
  goal: Goal | null;
}
