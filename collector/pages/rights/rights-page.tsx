import type { JSX } from 'preact';
import {
  mostRetention,
  type RetentionRule,
  retentionRuleNames,
  retentionRules,
} from '../../rights/retention/retention-rules.ts';
import type { Words } from '../../words/words.ts';
import { type Notice, page } from '../page.tsx';
import { Field } from '../parts/field.tsx';
import type { SignedIn } from '../route.ts';

export interface RightsPage {
  notice?: Notice | null;
  /** What was typed to find somebody, and whether it is no address. */
  find?: { email: string; isWrong: boolean };
  /** The rules as they are typed or kept; which of them are no numbers, and which would make things go sooner. */
  retention: {
    typed: Record<RetentionRule, string>;
    wrong: readonly RetentionRule[];
    shorter?: readonly RetentionRule[];
  };
}

const Find = ({ words, find }: { words: Words['rights']['find']; find: RightsPage['find'] }): JSX.Element => (
  <section aria-labelledby="find">
    <h2 id="find">{words.title}</h2>
    <p>{words.text}</p>
    <form method="post" action="/settings/rights/find" class="fields">
      <Field name="email" label={words.email} error={find?.isWrong ? words.error : undefined}>
        {(ties) => (
          <input
            {...ties}
            inputmode="email"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            value={find?.email ?? ''}
          />
        )}
      </Field>
      <p class="actions">
        <button type="submit">{words.button}</button>
      </p>
    </form>
  </section>
);

function Rule({
  rule,
  words,
  typed,
  isWrong,
}: {
  rule: RetentionRule;
  words: Words['rights']['retention'];
  typed: string;
  isWrong: boolean;
}): JSX.Element {
  const { label, hint } = words.rules[rule];
  return (
    <Field
      name={rule}
      label={`${label} (${words.units[retentionRules[rule].unit]}, ${words.optional})`}
      hint={hint}
      error={isWrong ? words.error(mostRetention) : undefined}
    >
      {(ties) => <input {...ties} inputmode="numeric" autocomplete="off" value={typed} />}
    </Field>
  );
}

const Retention = ({
  words,
  typed,
  wrong,
  shorter = [],
}: RightsPage['retention'] & { words: Words['rights']['retention'] }): JSX.Element => (
  <section aria-labelledby="retention">
    <h2 id="retention">{words.title}</h2>
    <p>{words.text}</p>
    <form method="post" action="/settings/rights/retention" class="fields">
      {retentionRuleNames.map((rule) => (
        <Rule key={rule} rule={rule} words={words} typed={typed[rule]} isWrong={wrong.includes(rule)} />
      ))}
      {shorter.length > 0 && (
        <div class="notice is-trouble" role="alert">
          <p>{words.shorter(shorter.map((rule) => words.rules[rule].label))}</p>
        </div>
      )}
      {shorter.map((rule) => (
        <input key={rule} type="hidden" name={`sure-${rule}`} value={typed[rule]} />
      ))}
      <p class="actions">
        <button type="submit">{shorter.length > 0 ? words.sure : words.button}</button>
      </p>
    </form>
  </section>
);

/** Where an admin answers people who ask for their rights, and sets how long what is kept. */
export function rightsPage(
  visit: SignedIn,
  { notice, find, retention }: RightsPage,
  status: 200 | 404 | 422 = 200,
): Response {
  const words = visit.words.rights;
  const children = (
    <>
      <Find words={words.find} find={find} />
      <Retention words={words.retention} {...retention} />
    </>
  );
  return page(visit, { title: words.title, section: 'settings', notice, children }, status);
}
