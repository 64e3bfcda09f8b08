import type { JSX } from 'preact';
import { spendKinds } from '../../store/tables.ts';
import { Field } from '../parts/field.tsx';
import type { SignedIn } from '../route.ts';
import { Choice } from './choice.tsx';

type CostField = 'when' | 'source' | 'campaign' | 'kind' | 'amount';
type CostProblem = keyof SignedIn['words']['importing']['costProblems'];
export type CostProblems = Partial<Record<CostField, CostProblem>>;

interface CostFormProps {
  visit: SignedIn;
  /** Those that are known, to choose from. */
  campaigns: readonly string[];
  problems: CostProblems;
}

/** A cost that is in no file: an agency's fee, a brochure. */
export function CostForm({ visit, campaigns, problems }: CostFormProps): JSX.Element {
  const { words, field, desk } = visit;
  const texts = words.importing;
  const of = (name: CostField) => {
    const problem = problems[name];
    return { name, error: problem && texts.costProblems[problem] };
  };
  return (
    <form method="post" action="/imports/costs" class="card">
      <h2>{texts.costs}</h2>
      <p>{texts.costsHint}</p>
      <Field {...of('when')} label={texts.when} hint={texts.whenHint}>
        {(ties) => <input {...ties} value={field('when')} autocomplete="off" required />}
      </Field>
      <Field {...of('amount')} label={texts.fields.amount} hint={texts.amountHint(desk.settings.currency)}>
        {(ties) => (
          <input {...ties} inputmode="decimal" value={field('amount')} autocomplete="off" required />
        )}
      </Field>
      <Field {...of('kind')} label={texts.fields.kind}>
        {(ties) => (
          <Choice
            ties={ties}
            chosen={field('kind')}
            choices={spendKinds.map((kind) => [kind, texts.spendKinds[kind]] as const)}
          />
        )}
      </Field>
      <Field {...of('source')} label={texts.optional(texts.fields.source)}>
        {(ties) => <input {...ties} value={field('source')} autocomplete="off" />}
      </Field>
      <Field {...of('campaign')} label={texts.optional(texts.fields.campaign)}>
        {(ties) => <input {...ties} value={field('campaign')} list="campaigns" autocomplete="off" />}
      </Field>
      <datalist id="campaigns">
        {campaigns.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p class="buttons">
        <button type="submit">{texts.saveCost}</button>
      </p>
    </form>
  );
}
