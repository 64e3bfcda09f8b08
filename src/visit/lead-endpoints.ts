const endpoints = /* @__PURE__ */ new Map<object, string>();

/**
 * Says which endpoint a form sends to; `null` when it has none any more.
 * @returns whether that is a change
 */
export function setLeadEndpoint(form: object, url: string | null): boolean {
  if (endpoints.get(form) === (url ?? undefined)) return false;
  if (url) endpoints.set(form, url);
  else endpoints.delete(form);
  return true;
}

/** Whether a form on the page has leads sent to this address now. What follows a `#` is not sent. */
export const isLeadEndpoint = (url: string): boolean =>
  [...endpoints.values()].some((each) => bare(each) === bare(url));

const bare = (url: string) => url.split('#')[0];
