import type { Destination, ReceiverName } from '../../store/tables.ts';
import type { Plan } from '../../telling/change-destination.ts';
import { type EventName, events } from '../../telling/happening.ts';
import type { Receiver, SettingProblem } from '../../telling/receivers/receiver.ts';
import { receivers } from '../../telling/receivers/receivers.ts';

export type FieldProblem = 'malformed' | 'twice';

/** What is wrong with what was filled in, by the names of what it stands in. */
export interface PlanProblems {
  settings: Readonly<Record<string, SettingProblem | 'known'>>;
  fields: Readonly<Record<string, FieldProblem>>;
  hasNoEvents: boolean;
}

export const noProblems: PlanProblems = { settings: {}, fields: {}, hasNoEvents: false };

export const isRight = ({ settings, fields, hasNoEvents }: PlanProblems): boolean =>
  Object.keys(settings).length + Object.keys(fields).length === 0 && !hasNoEvents;

/** The names that the controls of the form have. */
export const settingControl = (name: string): string => `setting-${name}`;
export const eventControl = (name: EventName): string => `event-${name}`;
export const fieldControl = (name: string): string => `field-${name}`;

/** What a destination is set up as. */
export const planOf = (destination: Destination): Plan => ({
  settings: JSON.parse(destination.settings),
  events: destination.events.split(' '),
  fields: JSON.parse(destination.fields),
});

function settingProblems({ settings }: Receiver, plan: Plan): Record<string, SettingProblem> {
  const problems: Record<string, SettingProblem> = {};
  for (const { name, isOptional, problem } of settings) {
    const typed = plan.settings[name] ?? '';
    const found = typed === '' ? (isOptional ? null : 'missing') : problem(typed);
    if (found) problems[name] = found;
  }
  return problems;
}

function fieldProblems({ fieldName }: Receiver, plan: Plan): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {};
  const names = Object.values(plan.fields);
  for (const [field, theirs] of Object.entries(plan.fields)) {
    if (!fieldName.test(theirs)) problems[field] = 'malformed';
    else if (names.filter((name) => name === theirs).length > 1) problems[field] = 'twice';
  }
  return problems;
}

export const problemsOf = (receiver: Receiver, plan: Plan): PlanProblems => ({
  settings: settingProblems(receiver, plan),
  fields: fieldProblems(receiver, plan),
  hasNoEvents: plan.events.length === 0,
});

/**
 * What was filled in for a destination. A secret that is left empty stays what it was.
 * @param offered the fields that the form had
 * @param before what it is set up as, where it is there already
 */
export function readPlan(
  name: ReceiverName,
  field: (control: string) => string,
  offered: readonly string[],
  before: Plan | null,
): Plan {
  const { settings } = receivers[name];
  const typedSettings = settings.map(({ name: setting, kind }) => {
    const typed = field(settingControl(setting));
    return [setting, typed || (kind === 'secret' ? (before?.settings[setting] ?? '') : '')];
  });
  const typedFields = offered.map((our) => [our, field(fieldControl(our))]);
  return {
    settings: Object.fromEntries(typedSettings),
    events: events.filter((event) => field(eventControl(event)) !== ''),
    fields: Object.fromEntries(typedFields.filter(([, theirs]) => theirs !== '')),
  };
}
