import { isForgotten } from '../../rights/forgotten.ts';
import { type PersonData, personData } from '../../rights/person-data.ts';
import type { SignedIn } from '../route.ts';
import { rightsPage } from './rights-page.tsx';
import { typedRetention } from './set-retention.ts';

/**
 * What is known under the address that was filled in, or the page that says why there is nothing to show. It is posted
 * each time: an address is in no URL, and in no log.
 */
export async function withPerson(
  visit: SignedIn,
  answer: (data: PersonData) => Response | Promise<Response>,
): Promise<Response> {
  const { desk, field, words } = visit;
  const email = field('email');
  const { read } = desk.store;
  const isWrong = email.length > 1_000 || !/^[^\s@][^\s]*@[^\s@]+$/.test(email);
  const data = isWrong ? null : await personData(read, email);
  if (data) return answer(data);
  const { nobody, forgotten } = words.rights.find;
  const text = !isWrong && ((await isForgotten(read, desk.secret, email)) ? forgotten : nobody);
  const retention = { typed: await typedRetention(read), wrong: [] };
  const notice = text ? { text, isTrouble: true } : null;
  return rightsPage(visit, { notice, find: { email, isWrong }, retention }, isWrong ? 422 : 404);
}
