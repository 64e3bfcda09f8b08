import '../planner-on-page.ts';
import { afterEach, vi } from 'vitest';
import type { RoiCalculator } from '../../../../src/elements/roi-calculator/roi-calculator.ts';
import { pageAddress } from '../../../../src/visit/page-address.ts';

const somebody = () => `share-${crypto.randomUUID()}`;
let id = somebody();

/** Sees to it that each test of a file begins with somebody who has never been here, has been asked nothing, and without a link. */
export function setUpSharing(): void {
  afterEach(() => {
    beSomebodyElse();
    vi.restoreAllMocks();
    history.replaceState(null, '', location.pathname + location.search);
  });
}

/** Comes as somebody else: tab and device remember a calculator by its id. */
export function beSomebodyElse(): void {
  id = somebody();
}

/** Attributes of the calculator of whoever is here now. */
export const own = (attributes = ''): string => `id="${id}" ${attributes}`;
export const named = (attributes = ''): string => own(`mode="full" ${attributes}`);

/** Comes to the page by a link, before there is a calculator on it. */
export const bring = (link: string): void => history.replaceState(null, '', link);

/** The same calculator after a reload of the page. */
export function again(element: RoiCalculator): RoiCalculator {
  const { parentElement } = element;
  const copy = element.cloneNode(true) as RoiCalculator;
  element.remove();
  parentElement!.append(copy);
  return copy;
}

/** What the device keeps for whoever is here now. */
export const kept = (): string | null => localStorage.getItem(`unisono:scenario:${pageAddress()}#${id}`);

export const leadsOf = ({ calculation }: RoiCalculator): number =>
  (calculation.inputs as { funnel: { volume: number }[] }).funnel[0]!.volume;
