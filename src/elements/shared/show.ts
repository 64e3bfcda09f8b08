import type { Content, Markup } from '../../markup/markup.ts';

const svg = 'http://www.w3.org/2000/svg';

/** What each element was last made into: only what differs from it is touched, and what others have set stays. */
const shown = new WeakMap<Node, Markup>();

/** Whether a node can become what is wanted: one with another key is another element. */
function suits(node: Node, wanted: Markup | string): boolean {
  if (typeof wanted === 'string') return node.nodeType === Node.TEXT_NODE;
  const was = shown.get(node);
  return was?.tag === wanted.tag && was.attributes['.key'] === wanted.attributes['.key'];
}

/**
 * Makes the content of a place what it is to be. What is there already stays where it is, and keeps its focus. Attributes
 * and text alone are set: nothing in it can become a script.
 */
export function show(place: Element | ShadowRoot, content: Content): void {
  const isSvg = (place as Element).namespaceURI === svg;
  let rest = content.filter((child) => child) as (Markup | string)[];
  let there = place.firstChild;
  const dropUnwanted = () => {
    while (there && !rest.some((child) => suits(there!, child))) {
      const dropped = there;
      there = dropped.nextSibling;
      dropped.remove();
    }
  };
  for (const child of rest) {
    dropUnwanted();
    rest = rest.slice(1);
    // Something new is put before what is wanted further down: whatever moves loses its focus.
    const isThere = there && suits(there, child);
    let node = there;
    if (typeof child === 'string') {
      node = isThere ? there! : document.createTextNode(child);
      // A text that is set again is read out again.
      if (node.nodeValue !== child) node.nodeValue = child;
    } else {
      const { tag } = child;
      node = become(
        isThere
          ? (there as Element)
          : isSvg || tag === 'svg'
            ? document.createElementNS(svg, tag)
            : document.createElement(tag),
        child,
      );
    }
    if (!isThere) place.insertBefore(node, there);
    there = node.nextSibling;
  }
  dropUnwanted();
}

/** Makes an element what it is to be; what is the same as the last time is not touched. */
export function become<Kind extends Element>(element: Kind, wanted: Markup): Kind {
  const was = shown.get(element);
  const { attributes, children } = wanted;
  const before = was?.attributes ?? {};
  for (const name of Object.keys(before)) if (!(name in attributes)) setAttribute(element, name, undefined);
  for (const [name, value] of Object.entries(attributes))
    if (value !== before[name]) setAttribute(element, name, value);
  if (children.length || was?.children.length) show(element, children);
  shown.set(element, wanted);
  return element;
}

function setAttribute(element: Element, name: string, value: Markup['attributes'][string]): void {
  if (name.startsWith('on')) Object.assign(element, { [name]: value ?? null });
  else if (name.startsWith('.')) Object.assign(element, { [name.slice(1)]: value });
  else if (value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : `${value}`);
}

/** An element that is new each time. */
export const nodeOf = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  wanted: Markup,
): HTMLElementTagNameMap[Tag] => become(document.createElement(tag), wanted);
