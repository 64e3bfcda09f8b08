/** An element before there is a page for it: made into nodes in a browser, or into HTML for a file. */
export interface Markup {
  tag: string;
  /**
   * `true` for an attribute without a value; what is `undefined` or `false` is left out. A function hears the event of
   * its name, such as `onclick`. A name such as `.value` is a property, for what a person can change as well; `.key`
   * tells an element from others of its kind.
   */
  attributes: Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>;
  /** Without any, what stands in it is somebody else's. */
  children: Content;
}

/** What stands in an element; `''` and `false` for nothing. */
export type Content = readonly (Markup | string | false)[];

export const markup = (tag: string, attributes: Markup['attributes'] = {}, ...children: Content): Markup => ({
  tag,
  attributes,
  children,
});

/** A button that does something on this page alone. */
export const button = (label: string, onclick: (event: Event) => void, kind?: 'primary'): Markup =>
  markup('button', { type: 'button', class: kind, onclick }, label);
