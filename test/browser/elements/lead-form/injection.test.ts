import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form } from '../../../../src/locales/en.ts';
import { fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { hearProblems } from '../../../support/problems.ts';
import { refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

declare global {
  var pwned: string | undefined;
}

const markup = [
  '<img src=x onerror="pwned=1">',
  '"><svg onload="pwned=1"></svg>',
  "'-alert`1`-'<script>pwned=1</script>",
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '</p></div></form><a href="javascript:pwned=1">click</a>',
  '{{constructor.constructor("pwned=1")()}}',
  '<!--?lit$0$--><style>*{display:none}</style>',
];

/** Markup that came from outside would show as elements that no template of ours has. */
const foreign = ({ shadowRoot }: HTMLElement) =>
  shadowRoot!.querySelectorAll(
    'img, svg:not(.balance > svg), script, iframe, style, [onerror], [onload], a[href^="javascript:" i]',
  ).length;

function expectOnlyText(element: HTMLElement, text: string) {
  expect(element.shadowRoot!.textContent).toContain(text);
  expect(foreign(element)).toBe(0);
  expect(globalThis.pwned).toBeUndefined();
}

describe.each(markup)('%s stays text', (text) => {
  test('in attributes', async () => {
    hearProblems();
    const element = await mount('lead-form', '<lead-form></lead-form>');
    for (const name of ['endpoint', 'name', 'variant', 'controller', 'fallback', 'policy-version'])
      element.setAttribute(name, text);
    await element.updateComplete;
    expectOnlyText(element, text);
  });

  test('in the JSON child and the owner’s words', async () => {
    const config = {
      interests: { quote: text, [text]: 'x' },
      texts: {
        heading: text,
        submit: text,
        fields: { name: text },
        consent: { marketing: text },
        privacy: text,
      },
    };
    const element = await mount('lead-form', '<lead-form endpoint="/leads"></lead-form>');
    const child = document.createElement('script');
    child.type = 'application/json';
    child.textContent = JSON.stringify(config);
    element.append(child);
    await expect.poll(() => element.shadowRoot!.querySelector('h2')?.textContent).toBe(text);
    expectOnlyText(element, text);
  });

  test('in a receiver’s answer', async () => {
    receiver.will(refuse(text));
    const element = await mount(
      'lead-form',
      `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`,
    );
    await fillIn();
    await submit().click();
    await expect.element(page.getByText(form.states.rejected)).toBeVisible();
    // The receiver's words are the owner's to read.
    expect(element.shadowRoot!.textContent).not.toContain(text);
    expect(document.querySelector('main')!.textContent).not.toContain(text);
  });

  test('in the calculator', async () => {
    hearProblems();
    const element = await mount('roi-calculator', '<roi-calculator></roi-calculator>');
    element.config = { currency: text, values: { [text]: 1 }, texts: { heading: text } } as object;
    await element.updateComplete;
    expectOnlyText(element, text);
  });
});

describe('a policy link is never a way to run a script', () => {
  test.each([
    'javascript:pwned=1',
    'JaVaScRiPt:pwned=1',
    ' \u0001javascript:pwned=1',
    'java\nscript:pwned=1',
    'java\tscript:pwned=1',
    'vbscript:pwned=1',
    'data:text/html,<script>pwned=1</script>',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    'view-source:https://shop.example',
    '//[not-an-address',
  ])('%j', async (address) => {
    const problems = hearProblems();
    const element = await mount('lead-form', '<lead-form endpoint="/leads"></lead-form>');
    element.setAttribute('policy-url', address);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('a')).toBeNull();
    expect(problems.events.map(({ option }) => option)).toEqual(['policyUrl']);
  });

  test.each(['https://shop.example/privacy', '/privacy', 'privacy#cookies'])(
    'while %s is shown',
    async (address) => {
      const element = await mount(
        'lead-form',
        `<lead-form endpoint="/leads" policy-url="${address}"></lead-form>`,
      );
      expect(element.shadowRoot!.querySelector('a')!.href).toBe(new URL(address, document.baseURI).href);
    },
  );
});

test('configuration does not reach any prototype', async () => {
  const child =
    '{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }, "texts": { "__proto__": { "polluted": 1 } } }';
  hearProblems();
  await mount(
    'lead-form',
    `<lead-form endpoint="/leads"><script type="application/json">${child}</script></lead-form>`,
  );
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
