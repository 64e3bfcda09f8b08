import type { Markup } from './markup.ts';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const isEmpty = /^(input)$/;
/** What holds text alone is written in one line: blanks in a textarea are its content. */
const isLine = (children: Markup['children']) => children.every((child) => typeof child === 'string');

/** An element as HTML, a line each, to be pasted into a page. Every text is escaped. */
export function htmlOf({ tag, attributes, children }: Markup, indent = ''): string {
  const written = Object.entries(attributes)
    // A listener is nothing that a file could say.
    .filter(([, value]) => value === true || typeof value === 'string')
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(`${value}`)}"`))
    .join('');
  const start = `${indent}<${tag}${written}>`;
  if (isEmpty.test(tag)) return start;
  const shown = children.filter((child) => child);
  // A parser leaves out the line break that a textarea begins with.
  if (isLine(shown))
    return `${start}${escaped(shown.join('').replace(/^\n/, tag === 'textarea' ? '\n\n' : '\n'))}</${tag}>`;
  const inner = shown.map((child) =>
    typeof child === 'string'
      ? `${indent}  ${escaped(child.trim())}`
      : htmlOf(child as Markup, `${indent}  `),
  );
  return [start, ...inner, `${indent}</${tag}>`].join('\n');
}
