import { expect, test } from 'vitest';
import { htmlOf } from '../../../src/markup/html-of.ts';
import { markup } from '../../../src/markup/markup.ts';

test('an element stands in a line, and what is in it in lines below', () => {
  expect(
    htmlOf(
      markup('form', { method: 'post' }, markup('h2', {}, 'Write'), markup('div', {}, markup('p', {}, 'Us'))),
    ),
  ).toBe('<form method="post">\n  <h2>Write</h2>\n  <div>\n    <p>Us</p>\n  </div>\n</form>');
});

const hostile = '"><img src=x onerror="alert(1)">&amp;</script>\'';
const escaped = "&quot;&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;&lt;/script&gt;'";

test('every text is escaped, alone or beside elements', () => {
  expect(htmlOf(markup('p', {}, hostile))).toBe(`<p>${escaped}</p>`);
  expect(htmlOf(markup('label', {}, markup('input', {}), hostile))).toBe(
    `<label>\n  <input>\n  ${escaped}\n</label>`,
  );
  expect(htmlOf(markup('textarea', {}, `</textarea>${hostile}`))).toBe(
    `<textarea>&lt;/textarea&gt;${escaped}</textarea>`,
  );
});

test('every value of an attribute is escaped', () => {
  expect(htmlOf(markup('input', { value: hostile }))).toBe(`<input value="${escaped}">`);
});

test('an attribute is there with its value, an empty one as well; `true` is there without one', () => {
  expect(
    htmlOf(markup('option', { value: '', selected: true, hidden: false, title: undefined }, 'Choose …')),
  ).toBe('<option value="" selected>Choose …</option>');
});

test('an input ends where it begins, and what is empty otherwise does not', () => {
  expect(htmlOf(markup('input', { name: 'a' }))).toBe('<input name="a">');
  expect(htmlOf(markup('output', { for: 'a' }))).toBe('<output for="a"></output>');
});

test('what stands in a textarea is its content to the letter', () => {
  const text = '  first\n\n  second  ';
  expect(htmlOf(markup('div', {}, markup('textarea', {}, text)))).toBe(
    `<div>\n  <textarea>${text}</textarea>\n</div>`,
  );
});

test('a line break that a textarea begins with is written twice: a parser leaves out the first', () => {
  expect(htmlOf(markup('textarea', {}, '\nsecond'))).toBe('<textarea>\n\nsecond</textarea>');
});

test('a text of several parts keeps the blanks between them', () => {
  expect(htmlOf(markup('p', {}, 'One ', 'two'))).toBe('<p>One two</p>');
});

test('what is left out leaves nothing', () => {
  expect(htmlOf(markup('p', {}, false, 'One', ''))).toBe('<p>One</p>');
  expect(htmlOf(markup('div', {}, false, markup('p', {}, 'One')))).toBe('<div>\n  <p>One</p>\n</div>');
});

test('a listener is nothing that HTML could say', () => {
  expect(htmlOf(markup('button', { type: 'button', onclick: () => {} }, 'Go'))).toBe(
    '<button type="button">Go</button>',
  );
});
