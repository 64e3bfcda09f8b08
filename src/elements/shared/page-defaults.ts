/** Options that hold for every element of the page: the `data-` attributes of the script tag, by property name. */
export const pageDefaults: Record<string, string> = {};

/** Sets what elements of this page do not set themselves. */
export const setPageDefaults = (defaults: DOMStringMap): void => {
  Object.assign(pageDefaults, defaults);
};
