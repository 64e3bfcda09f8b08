import type { JSX } from 'preact';
import type { Scoring } from 'unisono/schema';
import { readSetting, writeSetting } from '../../store/setting.ts';
import { teamScoring } from '../../working/scoring.ts';
import { type ReadScoring, readScoring, scoringText } from '../../working/scoring-text.ts';
import { page } from '../page.tsx';
import { Field } from '../parts/field.tsx';
import { ForTag } from '../parts/for-tag.tsx';
import type { Route, SignedIn } from '../route.ts';

type Trouble = Extract<ReadScoring, { ok: false }>;

interface Shown {
  scoring: Scoring;
  isOwn: boolean;
  /** What is wrong with what was written, which is still there. */
  trouble?: Trouble;
}

function Threshold({
  name,
  visit,
  shown,
}: {
  name: 'warm' | 'hot';
  visit: SignedIn;
  shown: Shown;
}): JSX.Element {
  const texts = visit.words.scoring;
  const { trouble, scoring } = shown;
  const error = trouble?.fields.includes(name) ? texts.fieldProblems[name] : undefined;
  return (
    <Field name={name} label={texts[name]} hint={texts.thresholdHints[name]} error={error}>
      {(ties) => <input {...ties} inputmode="numeric" value={trouble ? visit.field(name) : scoring[name]} />}
    </Field>
  );
}

function RulesForm({ visit, shown }: { visit: SignedIn; shown: Shown }): JSX.Element {
  const texts = visit.words.scoring;
  const { scoring, trouble } = shown;
  const problems = [
    ...(trouble?.lines ?? []).map(({ line, problem }) => texts.lineProblems[problem](line)),
    ...(trouble?.fields.includes('rules') ? [texts.fieldProblems.rules] : []),
  ];
  return (
    <form method="post" action="/settings/scoring" class="fields">
      <Field
        name="rules"
        label={texts.rules}
        hint={`${texts.rulesHint} ${texts.example}`}
        error={problems.join(' ') || undefined}
      >
        {(ties) => (
          <textarea {...ties} rows={Math.max(8, scoring.rules.length + 1)} spellcheck={false}>
            {trouble ? visit.field('rules') : scoringText(scoring)}
          </textarea>
        )}
      </Field>
      <Threshold name="warm" visit={visit} shown={shown} />
      <Threshold name="hot" visit={visit} shown={shown} />
      <p class="buttons">
        <button type="submit" name="do" value="save" class="primary">
          {texts.save}
        </button>
        {shown.isOwn && (
          <button type="submit" name="do" value="reset">
            {texts.reset}
          </button>
        )}
      </p>
    </form>
  );
}

function show(visit: SignedIn, shown: Shown): Response {
  const texts = visit.words.scoring;
  const { trouble, isOwn, scoring } = shown;
  const notice = trouble
    ? { text: texts.notSaved, isTrouble: true }
    : visit.field('done') === 'saved'
      ? { text: texts.saved }
      : null;
  return page(
    visit,
    {
      title: texts.title,
      section: 'settings',
      notice,
      children: (
        <>
          <p>
            {texts.intro} <strong>{isOwn ? texts.own : texts.ours}</strong>
          </p>
          <RulesForm visit={visit} shown={shown} />
          <section>
            <h2>{texts.forTag}</h2>
            <ForTag scoring={scoring} words={visit.words} />
          </section>
        </>
      ),
    },
    trouble ? 422 : 200,
  );
}

const shownNow = async ({ desk: { store } }: SignedIn): Promise<Shown> => ({
  scoring: await teamScoring(store.read),
  isOwn: (await readSetting(store.read, 'scoring')) !== null,
});

const scoringPage: Route = {
  method: 'GET',
  path: '/settings/scoring',
  roles: ['admin'],
  answer: async (visit) => show(visit, await shownNow(visit)),
};

const saveScoring: Route = {
  method: 'POST',
  path: '/settings/scoring',
  roles: ['admin'],
  async answer(visit) {
    const { c, desk, field } = visit;
    const read =
      field('do') === 'reset'
        ? { ok: true as const, scoring: null }
        : readScoring(field('rules'), { warm: field('warm'), hot: field('hot') });
    if (!read.ok) return show(visit, { ...(await shownNow(visit)), trouble: read });
    await desk.store.change((change) => writeSetting(change, 'scoring', read.scoring));
    return c.redirect('/settings/scoring?done=saved', 303);
  },
};

/** The rules by which the team judges leads. */
export const scoringRoutes: readonly Route[] = [scoringPage, saveScoring];
