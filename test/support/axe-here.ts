import axe from 'axe-core';
import { findings, wcag22aa } from './axe-findings.ts';

export const schemes = ['light', 'dark'] as const;

/** What axe finds in an element, on a light page and on a dark one. */
export async function axeFindingsHere(element: Element): Promise<Record<(typeof schemes)[number], string[]>> {
  const { style } = document.documentElement;
  const found = { light: [] as string[], dark: [] as string[] };
  for (const scheme of schemes) {
    style.cssText =
      scheme === 'dark' ? 'background: #161614; color: #ece9e1' : 'background: #fff; color: #20201d';
    style.colorScheme = scheme;
    found[scheme] = findings(await axe.run(element, wcag22aa));
  }
  style.cssText = '';
  return found;
}

/** What is found where nothing is wrong. */
export const nothing = { light: [], dark: [] };
