/** Registers an element unless the page, or another copy of this script, already has one of that name. */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, element);
}
