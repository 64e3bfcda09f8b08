import type { Content, Markup } from '../../markup/markup.ts';

/**
 * Makes the content of a place what it is to be. What is there already stays, and keeps its focus. Attributes and text
 * alone are set: nothing in it can become a script.
 */
export function show(place: Element, content: Content): void {
  const wanted = content.filter((child) => child);
  wanted.forEach((child, at) => {
    const there = place.childNodes[at];
    if (typeof child === 'string') {
      if (there?.nodeType === Node.TEXT_NODE) there.nodeValue = child;
      else place.insertBefore(document.createTextNode(child), there ?? null);
    } else if (child) {
      const { tag } = child;
      const isSame = (there as Element | undefined)?.localName === tag;
      const element = isSame ? (there as HTMLElement) : document.createElement(tag);
      setAttributes(element, child.attributes);
      show(element, child.children);
      if (!isSame) place.insertBefore(element, there ?? null);
    }
  });
  while (place.childNodes.length > wanted.length) place.lastChild!.remove();
}

function setAttributes(element: HTMLElement, attributes: Markup['attributes']): void {
  for (const name of element.getAttributeNames()) if (!attributes[name]) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === 'function') element.onclick = value;
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
}

/** An element that is new each time. */
export function nodeOf<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { attributes, children }: Pick<Markup, 'attributes' | 'children'>,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  show(element, children);
  return element;
}
