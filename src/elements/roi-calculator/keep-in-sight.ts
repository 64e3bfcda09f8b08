/** Shows the strip, which lies over the fields, while the answer itself is out of sight. */
export function keepInSight(answer: Element, strip: HTMLElement): void {
  new IntersectionObserver((seen) => {
    strip.hidden = seen.at(-1)!.isIntersecting;
    if (!strip.hidden) (strip.firstChild as HTMLElement).style.background = backgroundOf(strip);
  }).observe(answer);
}

/**
 * What lies behind an element, layer upon layer. The elements have no background of their own, and what is under the
 * strip must not be read through it.
 */
function backgroundOf(element: Element): string {
  const layers: string[] = [];
  for (
    let at: Node | null | undefined = element;
    at;
    at = (at as Element).assignedSlot ?? at.parentNode ?? (at as ShadowRoot).host
  )
    if (at instanceof Element) {
      const { backgroundColor } = getComputedStyle(at);
      layers.push(`linear-gradient(${backgroundColor}, ${backgroundColor})`);
    }
  // What a page without a background of its own has, in its own light or dark.
  return `${layers}, Canvas`;
}
