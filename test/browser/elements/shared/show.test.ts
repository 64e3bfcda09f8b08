import { beforeEach, expect, test, vi } from 'vitest';
import { show } from '../../../../src/elements/shared/show.ts';
import { type Content, markup } from '../../../../src/markup/markup.ts';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

/** All that changes in the place while it is made what it is to be. */
function changes(content: Content): MutationRecord[] {
  const observer = new MutationObserver(() => {});
  observer.observe(place, { subtree: true, childList: true, attributes: true, characterData: true });
  show(place, content);
  return observer.takeRecords();
}

const field = (name: string, text = '') => markup('p', { '.key': name }, markup('input', { '.value': text }));

test('what stays the same is not touched', () => {
  const content = () => [
    markup('p', { class: 'note', role: 'status', hidden: false }, 'Saved'),
    markup('input', { readonly: true, '.value': '5', onclick: () => {} }),
  ];
  show(place, content());
  expect(changes(content())).toEqual([]);
});

test('a text, an attribute, an element come and go', () => {
  show(place, [markup('p', { title: 'a', hidden: true }, 'one'), 'and', markup('b')]);
  expect(place.innerHTML).toBe('<p title="a" hidden="">one</p>and<b></b>');
  show(place, [markup('p', { lang: 'it', hidden: false }, 'two'), '', false, markup('b')]);
  expect(place.innerHTML).toBe('<p lang="it">two</p><b></b>');
  show(place, []);
  expect(place.innerHTML).toBe('');
});

test.each([
  ['before it', [field('new'), field('a'), field('b')]],
  ['behind it', [field('a'), field('b'), field('new')]],
  ['in the place of another', [field('new'), field('b')]],
  ['and nothing else is left', [field('b')]],
])('somebody who types goes on where they are when something comes %s', (_, content) => {
  show(place, [field('a'), field('b')]);
  const input = place.querySelectorAll('input')[1]!;
  input.focus();
  input.value = 'typed';
  input.setSelectionRange(2, 2);
  show(place, content);
  expect(document.activeElement).toBe(input);
  expect(input.selectionStart).toBe(2);
  expect(place.children).toHaveLength(content.length);
});

test('a property is set when it changes, and not before', () => {
  const box = (isOn: boolean) => [markup('input', { type: 'checkbox', '.checked': isOn })];
  show(place, box(false));
  const input = place.querySelector('input')!;
  input.click();
  show(place, box(false));
  expect(input.checked).toBe(true);
  show(place, box(true));
  show(place, box(false));
  expect(input.checked).toBe(false);
});

test('what a person has opened stays open', () => {
  const content = (words: string) => [markup('details', {}, markup('summary', {}, words))];
  show(place, content('more'));
  place.querySelector('details')!.open = true;
  show(place, content('even more'));
  expect(place.querySelector('details')!.open).toBe(true);
});

test('an event is heard by the latest function, or by none', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const press = (onclick?: () => void) => {
    show(place, [markup('button', onclick ? { onclick } : {})]);
    place.querySelector('button')!.click();
  };
  press(first);
  press(second);
  press();
  expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('what somebody else puts into an element that has no children of ours is theirs', () => {
  const content = (name: string) => [markup('output', { class: name })];
  show(place, content('a'));
  place.querySelector('output')!.textContent = 'theirs';
  show(place, content('b'));
  expect(place.innerHTML).toBe('<output class="b">theirs</output>');
});

test('a picture is one', () => {
  show(place, [markup('svg', { viewBox: '0 0 1 1' }, markup('g', {}, markup('rect')))]);
  expect(place.querySelector('rect')).toBeInstanceOf(SVGRectElement);
  expect(place.querySelector('svg')!.viewBox.baseVal.width).toBe(1);
});

test('a text is a text, whatever stands in it', () => {
  show(place, [markup('p', { title: '"><img>' }, '<img src=x onerror="pwned=1">')]);
  expect(place.querySelector('img')).toBeNull();
  expect(place.textContent).toBe('<img src=x onerror="pwned=1">');
});
