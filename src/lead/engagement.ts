/** What a person did during the visit. */
export interface Engagement {
  pageViews: number;
  /** Seconds with the page visible. */
  activeSeconds: number;
  ctaClicks: number;
  /** Times the calculator was used; the example on arrival does not count. */
  calculations: number;
}
