import type { ComponentChildren, JSX } from 'preact';
import type { ReceiverName } from '../../store/tables.ts';
import type { Plan } from '../../telling/change-destination.ts';
import { events } from '../../telling/happening.ts';
import { questionOf, valuesFor } from '../../telling/receivers/lead-fields.ts';
import type { Setting } from '../../telling/receivers/receiver.ts';
import { receivers } from '../../telling/receivers/receivers.ts';
import type { Told } from '../../telling/receivers/told.ts';
import { languageNames, type Words } from '../../words/words.ts';
import { Field } from '../parts/field.tsx';
import type { SignedIn } from '../route.ts';
import { Choice } from '../team/choice.tsx';
import { endOf } from './reached-with.ts';
import { eventControl, fieldControl, type PlanProblems, settingControl } from './read-plan.ts';

export interface Shown {
  visit: SignedIn;
  receiver: ReceiverName;
  plan: Plan;
  problems: PlanProblems;
  /** The fields that can be told. */
  offered: readonly string[];
  /** Of whom the values beside the fields are. */
  example: { told: Told; isReal: boolean };
  /** What its secrets are now, where it is there already. */
  kept: Plan | null;
}

interface SettingWords {
  label: string;
  hint: string;
  expected: string;
}

/** Those of a receiver's setting: each has others, so the types know only that they are there. */
const settingWords = (words: Words, receiver: ReceiverName, name: string): SettingWords =>
  (words.destinations.receivers[receiver].settings as unknown as Record<string, SettingWords>)[name]!;

function OneSetting({ shown, setting }: { shown: Shown; setting: Setting }): JSX.Element {
  const { visit, receiver, plan, problems, kept } = shown;
  const { name, kind, isOptional } = setting;
  const { destinations } = visit.words;
  const { label, hint, expected } = settingWords(visit.words, receiver, name);
  const problem = problems.settings[name];
  const error = problem && (problem === 'malformed' ? expected : destinations.problems[problem]);
  const control = settingControl(name);
  const value = plan.settings[name] ?? '';
  if (kind === 'language')
    return (
      <Choice id={control} name={control} label={label} options={languageNames} value={value} error={error} />
    );
  const old = kind === 'secret' && kept?.settings[name];
  return (
    <Field
      name={control}
      label={isOptional ? `${label} (${destinations.optional})` : label}
      hint={[hint, old && destinations.endsIn(endOf(old))].filter(Boolean).join(' ')}
      error={error}
    >
      {(ties) => (
        <input
          {...ties}
          type="text"
          autocomplete="off"
          spellcheck={false}
          maxLength={2_000}
          required={!isOptional && !old}
          value={kind === 'secret' ? '' : value}
        />
      )}
    </Field>
  );
}

function Events({ visit, plan, problems, receiver }: Shown): JSX.Element {
  const { destinations, telling } = visit.words;
  const { hasNoEvents } = problems;
  return (
    <fieldset class="field" aria-describedby={hasNoEvents ? 'events-error' : undefined}>
      <legend>{destinations.events}</legend>
      {receivers[receiver].consent === 'marketing' && <p class="hint">{destinations.onlyConsented}</p>}
      {events.map((name) => (
        <label key={name}>
          <input type="checkbox" name={eventControl(name)} checked={plan.events.includes(name)} />{' '}
          {telling.events[name]}
        </label>
      ))}
      {hasNoEvents && (
        <p id="events-error" class="error">
          {destinations.noEvents}
        </p>
      )}
    </fieldset>
  );
}

/** What a field of ours is called on the screen. */
export function fieldLabel(field: string, { destinations }: Words): string {
  const question = questionOf(field);
  return question === null
    ? destinations.leadFields[field as keyof typeof destinations.leadFields]
    : destinations.answer(question);
}

function OneField({ shown, field }: { shown: Shown; field: string }): JSX.Element {
  const { visit, receiver, plan, problems, example } = shown;
  const { destinations } = visit.words;
  const problem = problems.fields[field];
  const value = String(valuesFor(example.told, { [field]: field })[field] ?? destinations.unknown);
  return (
    <Field
      name={fieldControl(field)}
      label={fieldLabel(field, visit.words)}
      hint={example.isReal ? destinations.latest(value) : destinations.example(value)}
      error={
        problem === 'malformed'
          ? destinations.fieldProblems.malformed(destinations.receivers[receiver].fieldName)
          : problem && destinations.fieldProblems[problem]
      }
    >
      {(ties) => <input {...ties} autocomplete="off" maxLength={100} value={plan.fields[field] ?? ''} />}
    </Field>
  );
}

/** What it is told, each field with the name it has there. Those that are told come first. */
function Fields(shown: Shown): JSX.Element {
  const { visit, receiver, plan, problems, offered } = shown;
  const { destinations } = visit.words;
  if (receivers[receiver].fields === null) return <p class="quiet">{destinations.everything}</p>;
  const isTold = (field: string) => field in plan.fields || field in problems.fields;
  const [told, others] = [offered.filter(isTold), offered.filter((field) => !isTold(field))];
  const list = (fields: readonly string[]) =>
    fields.map((field) => <OneField key={field} shown={shown} field={field} />);
  return (
    <>
      <p class="hint">{destinations.fieldsHint}</p>
      {list(told)}
      {others.length > 0 && (
        <details open={told.length === 0}>
          <summary>{destinations.moreFields}</summary>
          {list(others)}
        </details>
      )}
    </>
  );
}

/** The form by which a destination is set up. */
export function PlanForm({
  action,
  button,
  children,
  ...shown
}: Shown & { action: string; button: string; children?: ComponentChildren }): JSX.Element {
  const { visit, receiver } = shown;
  const { destinations } = visit.words;
  return (
    <form method="post" action={action} class="fields">
      {children}
      <h2>{destinations.reach}</h2>
      {receivers[receiver].settings.map((setting) => (
        <OneSetting key={setting.name} shown={shown} setting={setting} />
      ))}
      <Events {...shown} />
      <h2>{destinations.fields}</h2>
      <Fields {...shown} />
      <div class="actions">
        <button type="submit" class="primary">
          {button}
        </button>
      </div>
    </form>
  );
}
