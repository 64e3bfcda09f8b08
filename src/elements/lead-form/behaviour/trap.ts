const names = ['website', 'homepage', 'fax'];

/** A field that only a machine fills in, under a name that the form does not use itself. */
export function setTrap(form: HTMLFormElement): HTMLInputElement {
  const trap = document.createElement('input');
  trap.name = names.find((name) => !form.elements.namedItem(name)) ?? 'url2';
  trap.tabIndex = -1;
  trap.autocomplete = 'off';
  const place = document.createElement('div');
  place.setAttribute('aria-hidden', 'true');
  place.append(trap);
  // By the page's rules or none: out of sight, and still there for whoever reads the markup alone.
  for (const [property, value] of [
    ['position', 'absolute'],
    ['inset-inline-start', '-9999px'],
    ['display', 'block'],
  ] as const)
    place.style.setProperty(property, value, 'important');
  form.append(place);
  return trap;
}
