import type { Content, Markup } from '../../markup/markup.ts';

const svg = 'http://www.w3.org/2000/svg';

/** A node of ours with what it was last made into. It is compared with that, since asking the page takes longer. */
export interface Part {
  node: Element | Text;
  made: Markup | string;
  parts: readonly Part[];
}

const shown = new WeakMap<Node, readonly Part[]>();

/**
 * Makes the content of a place what it is to be. What is there already stays where it is, and keeps its focus. Attributes
 * and text alone are set: nothing in it can become a script.
 */
export function show(place: Element | ShadowRoot, content: Content): void {
  shown.set(place, partsOf(place, content, shown.get(place) ?? []));
}

/** Whether a part can become what is wanted: one with another key is another element. */
function suits({ made }: Part, wanted: Markup | string): boolean {
  return typeof made === 'string' || typeof wanted === 'string'
    ? typeof made === typeof wanted
    : made.tag === wanted.tag && made.attributes['.key'] === wanted.attributes['.key'];
}

function partsOf(place: Node, content: Content, before: readonly Part[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  content.forEach((child, position) => {
    if (!child) return;
    let there = before[at];
    let isThere = there && suits(there, child);
    while (there && !isThere && !content.slice(position).some((later) => later && suits(there!, later))) {
      there.node.remove();
      there = before[++at];
      isThere = there && suits(there, child);
    }
    if (isThere) at++;
    // Something new is put before what is wanted further down: whatever moves loses its focus.
    const part = isThere ? become(there!, child) : partOf(child, place);
    if (!isThere) place.insertBefore(part.node, there?.node ?? null);
    parts.push(part);
  });
  for (; at < before.length; at++) before[at]!.node.remove();
  return parts;
}

/** @param place says whether it is part of a picture */
export function partOf(wanted: Markup | string, place?: Node): Part {
  if (typeof wanted === 'string') return { node: document.createTextNode(wanted), made: wanted, parts: [] };
  const { tag } = wanted;
  const isSvg = tag === 'svg' || (place as Element | undefined)?.namespaceURI === svg;
  const node = isSvg ? document.createElementNS(svg, tag) : document.createElement(tag);
  return become({ node, made: { tag, attributes: {}, children: [] }, parts: [] }, wanted);
}

/** Makes a part what it is to be; what is the same as the last time is not touched. */
export function become(part: Part, wanted: Markup | string): Part {
  const { node, made } = part;
  if (typeof wanted === 'string') {
    // A text that is set again is read out again.
    if (wanted !== made) node.nodeValue = wanted;
  } else {
    const { attributes, children } = wanted;
    const before = (made as Markup).attributes;
    for (const name in before) if (!(name in attributes)) setAttribute(node as Element, name, undefined);
    for (const name in attributes)
      if (attributes[name] !== before[name]) setAttribute(node as Element, name, attributes[name]);
    part.parts = partsOf(node, children, part.parts);
  }
  part.made = wanted;
  return part;
}

function setAttribute(element: Element, name: string, value: Markup['attributes'][string]): void {
  if (name.startsWith('on')) Object.assign(element, { [name]: value ?? null });
  else if (name.startsWith('.'))
    setProperty(element as unknown as Record<string, unknown>, name.slice(1), value);
  else if (value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : `${value}`);
}

/** A value that is set again moves the caret to its end. */
function setProperty(element: Record<string, unknown>, name: string, value: unknown): void {
  if (element[name] !== value) element[name] = value;
}

/** An element that is new each time. */
export const nodeOf = <Tag extends keyof HTMLElementTagNameMap>(
  _: Tag,
  wanted: Markup,
): HTMLElementTagNameMap[Tag] => partOf(wanted).node as HTMLElementTagNameMap[Tag];
