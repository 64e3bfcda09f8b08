import { type Formatter, formatter, leverLabel, stageInText, stageName } from 'unisono/calculator';
import {
  type Campaign,
  everyMetric,
  type LeverId,
  type Measure,
  type MetricUnit,
  type Owner,
  type RoiDefinition,
  type StageName,
} from 'unisono/roi';
import { en, it } from 'unisono/words';
import type { Agreed } from '../../agreeing/agreed.ts';
import { monthsAfter } from '../../agreeing/month.ts';
import type { Visit } from '../route.ts';

/** How everything of an objective is written and called. */
export interface Figures {
  format: Formatter;
  /** Whole people: nobody is rounded up who has not come. */
  count(value: number): string;
  money(value: number): string;
  /** With its sign. */
  signed(value: number, unit: 'count' | 'currency'): string;
  roi(value: number | null, definition: RoiDefinition): string;
  stage(name: StageName): string;
  stageInText(name: StageName): string;
  lever(id: LeverId, campaign: Campaign): string;
  measure(id: Measure, definition: RoiDefinition): string;
  measured(value: number | null, id: Measure): string;
  owner(owner: Owner): string;
  /** A month of the calendar: `November 2026`. */
  month(day: string): string;
  shortMonth(day: string): string;
  day(day: string): string;
  messages: (typeof en)['calculator'];
  planner: (typeof en)['planner'];
}

const spoken = { en, it };
const dash = '—';
const roiUnit = (definition: RoiDefinition): MetricUnit => (definition === 'roas' ? 'ratio' : 'fraction');

export function figuresOf({ language, desk }: Visit): Figures {
  const format = formatter(language, desk.settings.currency);
  const { calculator: messages, planner } = spoken[language];
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: 'always' });
  const write = { count: (value: number) => whole.format(value), currency: format.money };
  const date = (options: Intl.DateTimeFormatOptions) => {
    const written = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...options,
      timeZone: 'UTC',
    });
    return (day: string) => written.format(new Date(`${day}T00:00Z`));
  };
  const unitOf = (id: Measure): MetricUnit => everyMetric.find((metric) => metric.id === id)?.unit ?? 'count';
  return {
    format,
    count: (value) => write.count(Math.round(value) + 0),
    money: format.money,
    signed(value, unit) {
      const written = write[unit](Math.abs(value));
      if (written === write[unit](0)) return written;
      return `${value < 0 ? '−' : '+'}${written}`;
    },
    roi: (value, definition) => (value === null ? dash : format.figure(value, roiUnit(definition))),
    stage: (name) => stageName(name, messages),
    stageInText: (name) => stageInText(name, messages),
    lever: (id, campaign) => leverLabel(id, campaign, messages),
    measure: (id, definition) =>
      (messages.figures as Record<string, string>)[id] ??
      (everyMetric.some((metric) => metric.id === id)
        ? messages.definitions[definition]
        : stageName(id as StageName, messages)),
    measured: (value, id) => (value === null ? dash : format.figure(value, unitOf(id))),
    owner: (owner) => messages.owners[owner],
    month: date({ month: 'long', year: 'numeric' }),
    shortMonth: date({ month: 'short', year: '2-digit' }),
    day: date({ day: 'numeric', month: 'long', year: 'numeric' }),
    messages,
    planner,
  };
}

/** The last month of so many. */
export const lastMonth = (startsOn: string, months: number): string => monthsAfter(startsOn, months - 1);

/** What is to be reached, in a sentence. */
export function agreedSentence(
  { goal, campaign, definition }: Agreed,
  startsOn: string,
  planned: { customers: number; profit: number },
  { words: { objective } }: Visit,
  figures: Figures,
): string {
  const months = campaign.timing?.months ?? 1;
  if (!goal)
    return objective.plan(
      figures.count(planned.customers),
      figures.money(planned.profit),
      figures.month(lastMonth(startsOn, months)),
    );
  const { metric, target, deadline = months, budget, salesCapacity } = goal;
  return [
    objective.goal(
      figures.measure(metric, definition),
      figures.measured(target, metric),
      figures.month(lastMonth(startsOn, deadline)),
    ),
    budget !== undefined && objective.limits.budget(figures.money(budget)),
    salesCapacity !== undefined && objective.limits.capacity(figures.count(salesCapacity)),
  ]
    .filter(Boolean)
    .join(' ');
}
