import { markup } from '../../../markup/markup.ts';
import { nodeOf } from '../../shared/show.ts';
import { elementsOf } from './controls.ts';

/** A field that only a machine fills in, under a name that the form does not use itself. */
export function setTrap(form: HTMLFormElement): HTMLInputElement {
  const name = ['website', 'homepage', 'fax'].find((each) => !elementsOf(form).namedItem(each)) ?? 'url2';
  const trap = nodeOf('input', markup('input', { name, tabindex: '-1', autocomplete: 'off' }));
  const place = nodeOf('div', markup('div', { 'aria-hidden': 'true', 'data-ours': true }));
  // Upwards, where nothing scrolls to. By the page's rules or none: out of sight, and still there for whoever reads the markup alone.
  place.style.cssText = 'display:block!important;position:absolute!important;top:-9999px!important';
  place.append(trap);
  form.append(place);
  return trap;
}
