import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Role } from '../store/tables.ts';
import { ownAddress } from './own-address.ts';
import type { OpenVisit } from './route.ts';

/** A thing that was just done, told on the page that comes after it. */
export interface Notice {
  text: string;
  isTrouble?: boolean;
  /** The button that takes it back. */
  undo?: { action: string; label: string };
}

export interface PageProps {
  title: string;
  /** The section of the navigation that it belongs to. */
  section?: keyof typeof sections;
  notice?: Notice | null | undefined;
  children: ComponentChildren;
}

/** Where the navigation leads, and for whom. */
export const sections = {
  sales: { path: '/sales', roles: ['sales', 'admin', 'marketing'] },
  marketing: { path: '/marketing', roles: ['marketing', 'admin', 'sales'] },
  leads: { path: '/leads', roles: ['marketing', 'sales', 'admin'] },
  objective: { path: '/objective', roles: ['marketing', 'sales', 'admin'] },
  results: { path: '/results', roles: ['marketing', 'sales', 'admin'] },
  target: { path: '/target', roles: ['marketing', 'sales', 'admin'] },
  imports: { path: '/imports', roles: ['marketing', 'sales', 'admin'] },
  settings: { path: '/settings', roles: ['marketing', 'sales', 'admin'] },
} as const satisfies Record<string, { path: string; roles: readonly Role[] }>;

/** Where whoever reads this page may come back to: what a button answers with has no address of its own. */
function addressOf(c: Context): string {
  const from = c.req.method === 'GET' ? c.req.url : (c.req.header('referer') ?? '');
  if (!URL.canParse(from)) return '/';
  const url = new URL(from);
  const to = url.searchParams.get('to');
  if (to !== null && ownAddress(to) === null) url.searchParams.delete('to');
  return url.pathname + url.search;
}

const Undo = ({ action, label }: { action: string; label: string }): JSX.Element => (
  <form method="post" action={action}>
    <button type="submit">{label}</button>
  </form>
);

function Page({ visit, title, section, notice, children }: PageProps & { visit: OpenVisit }): JSX.Element {
  const { words, language, account, c } = visit;
  const { frame } = words;
  const other = language === 'en' ? 'it' : 'en';
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${frame.product}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/collector.css" />
        <script type="module" src="/assets/collector.js" />
      </head>
      <body>
        <a class="skip" href="#content">
          {frame.skip}
        </a>
        <header class="top">
          <p class="product">{frame.product}</p>
          {account && (
            <nav>
              <ul>
                {Object.entries(sections).map(([name, { path }]) => (
                  <li key={name}>
                    <a href={path} aria-current={name === section ? 'page' : undefined}>
                      {frame.sections[name as keyof typeof sections]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div class="who">
            <form method="post" action="/language">
              <input type="hidden" name="language" value={other} />
              <input type="hidden" name="to" value={addressOf(c)} />
              <button type="submit" class="plain" lang={other}>
                {frame.otherLanguage}
              </button>
            </form>
            {account && (
              <form method="post" action="/sign-out">
                <button type="submit" class="plain">
                  {frame.signOut}
                </button>
              </form>
            )}
          </div>
        </header>
        <main id="content">
          {notice && (
            <div
              class={notice.isTrouble ? 'notice is-trouble' : 'notice'}
              role={notice.isTrouble ? 'alert' : 'status'}
            >
              <p>{notice.text}</p>
              {notice.undo && <Undo {...notice.undo} />}
            </div>
          )}
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** Answers with a page. Everything in it is text: what somebody wrote stays what they wrote. */
export function page(visit: OpenVisit, props: PageProps, status: ContentfulStatusCode = 200): Response {
  return visit.c.html(`<!doctype html>${renderToString(<Page visit={visit} {...props} />)}`, status);
}
