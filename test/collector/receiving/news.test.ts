import { describe, expect, it } from 'vitest';
import { openStore } from '../../../collector/store/open-store.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { newDatabase, newFolder } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const many = 1_000;

/** A page that listens for news, until somebody has enough of it. */
async function listen(url: string, since = 0, team = '') {
  const leave = new AbortController();
  const response = await fetch(`${url}/api/news?since=${since}&team=${team}`, {
    headers: { authorization: 'Bearer test-token' },
    signal: leave.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  /** The first news: the number of a request. */
  const news = async (): Promise<number> => {
    let heard = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`The stream ended: ${heard}`);
      heard += value;
      const found = /event: news\ndata: (\d+)/.exec(heard);
      if (found) return Number(found[1]);
    }
  };
  return { status: response.status, news, leave: () => leave.abort() };
}

describe.each([
  ['libsql', newFolder],
  ['postgres', newDatabase],
] as const)('news on %s', (_kind, newPlace) => {
  it('reach a thousand open pages, for one look at the database a second', async () => {
    let looks = 0;
    const store = await openStore({
      ...(await newPlace()),
      onQuery: ({ sql }) => {
        if (sql.includes('max("requests"."sequence")')) looks += 1;
      },
    });
    const { url } = await collectorOn(store);
    const listeners = await Promise.all(Array.from({ length: many }, () => listen(url)));
    expect(listeners.every(({ status }) => status === 200)).toBe(true);

    const [before, began] = [looks, performance.now()];
    await keepRequest(store, requestOf('ada@a.example', 'hot'), new Date());
    const heard = await Promise.all(listeners.map(({ news }) => news()));
    const seconds = (performance.now() - began) / 1_000;
    expect(new Set(heard)).toEqual(new Set([1]));
    expect(looks - before).toBeLessThanOrEqual(Math.ceil(seconds) + 1);

    for (const { leave } of listeners) leave();
    await store.close();
  });

  it('tell who comes back what they missed, and who has seen it nothing', async () => {
    const store = await openStore(await newPlace());
    const { url } = await collectorOn(store);
    await keepRequest(store, requestOf('ada@a.example', 'hot'), new Date());
    const late = await listen(url, 0);
    expect(await late.news()).toBe(1);
    late.leave();
    const seen = await listen(url, 1);
    const next = seen.news();
    await keepRequest(store, requestOf('bob@a.example', 'hot'), new Date());
    expect(await next).toBe(2);
    seen.leave();
    await store.close();
  });

  it('ring with a team for its own requests alone', async () => {
    const store = await openStore(await newPlace());
    const { url } = await collectorOn(store);
    const [sales, marketing] = [await listen(url, 0, 'sales'), await listen(url, 0, 'marketing')];
    const [forSales, forMarketing] = [sales.news(), marketing.news()];
    await keepRequest(store, requestOf('wanda@a.example', 'warm'), new Date());
    expect(await forMarketing).toBe(1);
    await keepRequest(store, requestOf('ada@a.example', 'hot'), new Date());
    expect(await forSales).toBe(2);
    for (const { leave } of [sales, marketing]) leave();
    await store.close();
  });
});
