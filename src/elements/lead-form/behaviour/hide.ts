/** Takes an element out of sight, or brings it back. `hidden` alone is overruled by any `display` of the page. */
export function hide(element: HTMLElement, isHidden: boolean): void {
  element.hidden = isHidden;
  if (isHidden) element.style.setProperty('display', 'none', 'important');
  else if (element.style.display === 'none') element.style.removeProperty('display');
}
