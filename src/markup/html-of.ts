import type { Markup } from './markup.ts';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const isEmpty = /^(input)$/;
/** What holds text alone is written in one line: blanks in a textarea are its content. */
const isLine = (children: Markup['children']) => children.every((child) => typeof child === 'string');

/** An element as HTML, a line each, to be pasted into a page. Every text is escaped. */
export function htmlOf({ tag, attributes, children }: Markup, indent = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(`${value}`)}"`))
    .join('');
  const start = `${indent}<${tag}${written}>`;
  if (isEmpty.test(tag)) return start;
  if (isLine(children)) return `${start}${escaped(children.join(''))}</${tag}>`;
  const inner = children.map((child) =>
    typeof child === 'string'
      ? `${indent}  ${escaped(child.trim())}`
      : htmlOf(child as Markup, `${indent}  `),
  );
  return [start, ...inner, `${indent}</${tag}>`].join('\n');
}
