const endpoints = /* @__PURE__ */ new Map<object, readonly string[]>();

/**
 * Says which addresses a form sends to; none when it is gone.
 * @returns whether that is a change
 */
export function setLeadEndpoints(form: object, urls: readonly string[]): boolean {
  const isChange = `${endpoints.get(form) ?? ''}` !== `${urls}`;
  if (urls.length) endpoints.set(form, urls);
  else endpoints.delete(form);
  return isChange;
}

/** Whether a form on the page has leads sent to this address now. What follows a `#` is not sent. */
export const isLeadEndpoint = (url: string): boolean =>
  [...endpoints.values()].flat().some((each) => bare(each) === bare(url));

const bare = (url: string) => url.split('#')[0];
