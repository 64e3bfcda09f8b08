/** An object of these fields and no others: without what a page has put on `Object.prototype`. */
export const bare = <Fields extends object>(fields: Fields): Fields =>
  ({ __proto__: null, ...fields }) as object as Fields;
