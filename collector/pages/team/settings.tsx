import { page } from '../page.tsx';
import type { Route } from '../route.ts';
import { everyRole } from '../route.ts';

/** Where a page of settings is, by its name. */
const pathOf = (name: string): string => (name === 'account' ? '/account' : `/settings/${name}`);

/**
 * What can be set, each with a link, for those who may.
 * @param routes all of them: a page that is there, and that this role may open, is linked
 */
export const settingsPage = (routes: () => readonly Route[]): Route => ({
  method: 'GET',
  path: '/settings',
  roles: everyRole,
  answer(visit) {
    const { account, words } = visit;
    const { title, pages } = words.team.settings;
    const isOpen = (name: string): boolean =>
      routes().some(
        ({ method, path, roles }) =>
          method === 'GET' && path === pathOf(name) && roles?.includes(account.role),
      );
    return page(visit, {
      title,
      section: 'settings',
      children: (
        <ul>
          {Object.entries(pages)
            .filter(([name]) => isOpen(name))
            .map(([name, { name: text, about }]) => (
              <li key={name}>
                <a href={pathOf(name)}>{text}</a> <span class="quiet">{about}</span>
              </li>
            ))}
        </ul>
      ),
    });
  },
});
