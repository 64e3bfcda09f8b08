import type { JSX } from 'preact';
import type { ToldTo } from '../../telling/told-to.ts';
import { Moment } from '../parts/moment.tsx';
import type { SignedIn } from '../route.ts';
import { troubleText } from '../telling/trouble-text.ts';

/** Who else has been told of somebody, and when. */
export function ToldList({ told, visit }: { told: readonly ToldTo[]; visit: SignedIn }): JSX.Element | null {
  const { words, language } = visit;
  const { told: texts, receivers } = words.destinations;
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="told">
      <h2 id="told">{texts.title}</h2>
      <ul>
        {told.map(({ destination, receiver, lastAt, theirId, waiting, failed, error }) => (
          <li key={destination}>
            {receivers[receiver].name}
            {lastAt && (
              <>
                , {texts.last} <Moment at={lastAt} language={language} />
              </>
            )}
            {theirId && <>, {texts.theirId(theirId)}</>}
            {waiting > 0 && <>, {texts.waiting(waiting)}</>}
            {failed > 0 && <>, {texts.failed(failed)}</>}
            {error && <>: {troubleText(error, words)}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}
