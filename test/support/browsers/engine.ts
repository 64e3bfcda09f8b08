/** One tab of a real browser. */
export interface Tab {
  go(address: string): Promise<void>;
  /** Runs a function in the page. It is sent as text, so it knows only the page and what it is handed. */
  run<Result>(task: () => Result | Promise<Result>): Promise<Result>;
  run<Given, Result>(task: (given: Given) => Result | Promise<Result>, given: Given): Promise<Result>;
  close(): Promise<void>;
}

/** What some drivers can do to a browser, and others cannot. */
export interface Powers {
  setOffline(isOffline: boolean): Promise<void>;
  /** Stops each request to an address that begins like this, as a blocker would; `null` for none. */
  block(address: string | null): Promise<void>;
  /** Leaves an origin no room to store anything. */
  fillStorage(origin: string): Promise<void>;
  /** Ends the process of the tab, as a crash would. */
  crash(tab: Tab): Promise<void>;
}

/** A real browser under way. */
export interface RunningBrowser {
  version: string;
  powers: Partial<Powers>;
  open(address: string): Promise<Tab>;
  /** Closes it as a person does. */
  quit(): Promise<void>;
  /** SIGKILL to all its processes: nothing of it can tidy up. */
  kill(): Promise<void>;
}

export interface Engine {
  name: 'Chromium' | 'Firefox' | 'WebKitGTK';
  /** What to do in order to have it; `null` where it was found. */
  missing: string | null;
  /** @param profile folder in which it keeps what it stores */
  start(profile: string): Promise<RunningBrowser>;
}

/** A call of a function, as text for a page. (`tsx` marks functions with a helper that no page has.) */
export const callOf = (task: (given: never) => unknown, given: unknown): string =>
  `(async () => { const __name = (named) => named; return (${task})(${JSON.stringify(given)}); })()`;
