import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form as en } from '../../../../src/locales/en.ts';
import { mount } from '../../../support/mount.ts';
import { ownFields } from '../../../support/own-form.ts';

/** What an owner's page looks like, beside what a test says. */
const asPage = (css: string) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`body, main, h1 { margin: 0 } ${css}`);
  document.adoptedStyleSheets = [sheet];
};

afterEach(async () => {
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
  document.documentElement.removeAttribute('dir');
  vi.restoreAllMocks();
  await page.viewport(1024, 768);
});

/** Without an owner's CSS a control is as wide as the browser makes it; ours fill the room. */
const kinds = {
  'a form from configuration': '<lead-form endpoint="/leads"></lead-form>',
  'an owner’s form': `<lead-form endpoint="/leads"><form>${ownFields}</form></lead-form>`,
  'a form in steps':
    '<lead-form endpoint="/leads" fields="interests budget | name email phone?"></lead-form>',
  'a calculator': '<roi-calculator></roi-calculator>',
};
type Kind = keyof typeof kinds;
const all = Object.keys(kinds) as Kind[];
const forms = all.filter((kind) => kind !== 'a calculator');
const ours = all.filter((kind) => kind !== 'an owner’s form');

const mountKind = async (kind: Kind, around = (html: string) => html) =>
  mount(kind === 'a calculator' ? 'roi-calculator' : 'lead-form', around(kinds[kind]));

/** Presses every button that sends, so that all errors stand there, too. */
async function showErrors(element: HTMLElement): Promise<void> {
  const form =
    element.shadowRoot!.querySelector<HTMLFormElement>('form[part]') ?? element.querySelector('form');
  if (!form) return;
  form.querySelector<HTMLButtonElement>('button:not([type=button])')!.click();
  await vi.waitFor(() => {
    if (!form.querySelector('[aria-invalid=true]')) throw new Error('no error yet');
  });
}

const isScrolledSideways = () =>
  document.documentElement.scrollWidth > document.documentElement.clientWidth ||
  document.body.scrollWidth > document.body.clientWidth;

/** What stands out of the element to the side. */
function sticksOut(element: HTMLElement): string[] {
  const { left, right } = element.getBoundingClientRect();
  const parts = [...element.querySelectorAll('*'), ...element.shadowRoot!.querySelectorAll('*')];
  return parts
    .filter((part) => part.checkVisibility() && !part.closest('[aria-hidden=true], .visually-hidden'))
    .filter((part) => {
      const box = part.getBoundingClientRect();
      return box.width > 1 && (box.left < left - 1 || box.right > right + 1);
    })
    .map((part) => `${part.localName}.${part.className} ${part.id}`);
}

const parents: [name: string, css: string][] = [
  ['a row of flex items', '.p { display: flex }'],
  ['a row that centres', '.p { display: flex; justify-content: center; align-items: center }'],
  ['a column that starts at the side', '.p { display: flex; flex-direction: column; align-items: start }'],
  [
    'a grid’s automatic column',
    '.p { display: grid; grid-template-columns: auto auto; justify-content: start }',
  ],
  ['a grid that centres', '.p { display: grid; place-items: center }'],
  ['an inline block', '.p { display: inline-block }'],
  ['a box that fits its content', '.p { width: fit-content }'],
  ['a float', '.p { float: left }'],
  ['a table’s cell', '.p { display: table-cell }'],
];

describe('an element has a sensible width in', () => {
  describe.each(parents)('%s', (_, css) => {
    test.each(ours)('%s', async (kind) => {
      asPage(css);
      const element = await mountKind(kind, (html) => `<div class="p">${html}</div>`);
      const { width } = element.getBoundingClientRect();
      expect(width).toBeGreaterThan(400);
      expect(width).toBeLessThanOrEqual(1024);
      expect(sticksOut(element)).toEqual([]);
      expect(isScrolledSideways()).toBe(false);
    });

    test('an owner’s form', async () => {
      asPage(css);
      const element = await mountKind('an owner’s form', (html) => `<div class="p">${html}</div>`);
      expect(element.getBoundingClientRect().width).toBeGreaterThan(200);
      expect(sticksOut(element)).toEqual([]);
      expect(isScrolledSideways()).toBe(false);
    });
  });

  test.each(all)('an owner’s dialog: %s', async (kind) => {
    asPage('');
    const element = await mountKind(kind, (html) => `<dialog>${html}</dialog>`);
    element.closest('dialog')!.showModal();
    await element.updateComplete;
    const { width } = element.getBoundingClientRect();
    expect(width).toBeGreaterThan(kind === 'an owner’s form' ? 200 : 400);
    expect(width).toBeLessThanOrEqual(1024);
    expect(sticksOut(element)).toEqual([]);
  });

  test('a dialog of its own', async () => {
    asPage('');
    const element = await mount('lead-form', '<lead-form endpoint="/leads" dialog></lead-form>');
    await element.open();
    const box = element.shadowRoot!.querySelector('dialog')!.getBoundingClientRect();
    expect(box.width).toBeGreaterThan(400);
    expect(Math.abs(box.left + box.right - innerWidth)).toBeLessThan(2);
    // Its form fills it, and its button to close stands over the form and not beside it.
    const form = element.shadowRoot!.querySelector('form')!.getBoundingClientRect();
    expect(form.left - box.left).toBeCloseTo(box.right - form.right, 0);
    const close = element.shadowRoot!.querySelector('dialog button')!.getBoundingClientRect();
    expect(close.bottom).toBeLessThanOrEqual(form.top);
    expect(form.right - close.right).toBeCloseTo(0, 0);
    expect(element.shadowRoot!.activeElement).toBe(element.shadowRoot!.querySelector('[name=name]'));
    element.close();
    expect(element.shadowRoot!.querySelector('dialog')!.getBoundingClientRect().width).toBe(0);
  });

  test.each(all)('a column of 280 px: %s', async (kind) => {
    asPage('.p { width: 280px }');
    const element = await mountKind(kind, (html) => `<div class="p">${html}</div>`);
    expect(element.getBoundingClientRect().width).toBe(280);
    if (kind !== 'a calculator') await showErrors(element);
    expect(sticksOut(element)).toEqual([]);
    expect(isScrolledSideways()).toBe(false);
  });

  test.each(all)('beside a text in a row: %s', async (kind) => {
    asPage('.p { display: flex } .p > p { flex: 1; min-width: 300px }');
    const element = await mountKind(
      kind,
      (html) => `<div class="p"><p>${'word '.repeat(80)}</p>${html}</div>`,
    );
    expect(element.getBoundingClientRect().width).toBeGreaterThan(200);
    expect(isScrolledSideways()).toBe(false);
  });
});

describe('nothing has to be scrolled sideways at 320 px, with every error shown', () => {
  test.each(all)('%s', async (kind) => {
    await page.viewport(320, 640);
    asPage('main { padding: 16px }');
    const element = await mountKind(kind);
    if (kind !== 'a calculator') await showErrors(element);
    expect(isScrolledSideways()).toBe(false);
    expect(sticksOut(element)).toEqual([]);
  });

  test.each([
    ['en', '300,000,000,000', '2,000,000,000'],
    ['it', '300.000.000.000', '2.000.000.000'],
  ])('a calculator whose answer has twenty digits: %s', async (lang, sale, leads) => {
    await page.viewport(320, 640);
    asPage('main { padding: 16px }');
    const element = await mount('roi-calculator', kinds['a calculator'], lang);
    for (const [name, text] of Object.entries({ averageSale: sale, leads })) {
      const input = element.shadowRoot!.querySelector<HTMLInputElement>(`#${name}`)!;
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.shared')!.textContent).toMatch(/[\d.,]{25,}/);
    expect(sticksOut(element)).toEqual([]);
    expect(isScrolledSideways()).toBe(false);
  });

  test('a dialog of its own', async () => {
    await page.viewport(320, 640);
    asPage('');
    const element = await mount('lead-form', '<lead-form endpoint="/leads" dialog></lead-form>');
    await element.open();
    await showErrors(element);
    const dialog = element.shadowRoot!.querySelector('dialog')!;
    const { left, right } = dialog.getBoundingClientRect();
    expect([left >= 0, right <= 320]).toEqual([true, true]);
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
    const top = element.shadowRoot!.querySelector('dialog button')!.getBoundingClientRect();
    expect(top.width).toBeGreaterThan(20);
  });
});

test('no amount is parted from its currency, however narrow the screen', async () => {
  // A wide font, as many phones have.
  asPage('main { padding: 24px; font-family: "DejaVu Sans", Verdana, sans-serif }');
  const element = await mount('roi-calculator', kinds['a calculator'], 'it');
  const sale = element.shadowRoot!.querySelector<HTMLInputElement>('#averageSale')!;
  sale.value = '120';
  sale.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
  for (let width = 320; width <= 430; width += 10) {
    await page.viewport(width, 640);
    for (const figure of element.shadowRoot!.querySelectorAll('.shared strong')) {
      const { height } = figure.getBoundingClientRect();
      const line = Number.parseFloat(getComputedStyle(figure).lineHeight);
      expect(height, `${figure.textContent} at ${width} px`).toBeLessThan(1.5 * line);
    }
  }
});

describe('from right to left', () => {
  test.each(all)('nothing stands out, and what people never meet is out of sight: %s', async (kind) => {
    document.documentElement.dir = 'rtl';
    asPage('main { padding: 16px }');
    const element = await mountKind(kind);
    if (kind !== 'a calculator') await showErrors(element);
    expect(isScrolledSideways()).toBe(false);
    expect(sticksOut(element)).toEqual([]);
    const traps = [...document.querySelectorAll('lead-form'), ...document.querySelectorAll('form')].flatMap(
      (each) => [
        ...(each.shadowRoot ?? each).querySelectorAll(
          'form > [aria-hidden=true] input, :scope > [aria-hidden=true] input',
        ),
      ],
    );
    for (const trap of traps) {
      const { left, right, bottom } = trap.getBoundingClientRect();
      expect(right < 0 || left > innerWidth || bottom < 0).toBe(true);
    }
  });

  test.each(forms)('nor does a part of a page that is read from left to right: %s', async (kind) => {
    asPage('main { padding: 16px }');
    const element = await mountKind(kind, (html) => `<section dir="rtl">${html}</section>`);
    await showErrors(element);
    expect(isScrolledSideways()).toBe(false);
  });

  test('the other way round', async () => {
    document.documentElement.dir = 'rtl';
    asPage('main { padding: 16px }');
    await mountKind('an owner’s form', (html) => `<section dir="ltr">${html}</section>`);
    expect(isScrolledSideways()).toBe(false);
  });

  test('labels and notes stand at the side where a line begins and ends', async () => {
    document.documentElement.dir = 'rtl';
    const element = await mountKind('a form from configuration');
    const { left, right } = element.shadowRoot!.querySelector('.field')!.getBoundingClientRect();
    const label = element.shadowRoot!.querySelector('.field label')!.getBoundingClientRect();
    expect(Math.abs(label.right - right)).toBeLessThan(2);
    expect(label.left).toBeGreaterThan(left);
  });
});

describe('with the page’s root font at', () => {
  describe.each(['62.5%', '10px', '20px', '125%'])('%s', (size) => {
    test.each(all)('%s can be read and pressed', async (kind) => {
      asPage(`html { font-size: ${size} } body { font-size: 1.6rem }`);
      const element = await mountKind(kind);
      const controls = [
        ...element.shadowRoot!.querySelectorAll<HTMLElement>('input, select, textarea, button'),
      ].filter(
        (control) =>
          control.checkVisibility() &&
          !control.closest('[aria-hidden=true]') &&
          !/^(checkbox|radio|range)$/.test((control as HTMLInputElement).type) &&
          control.tabIndex >= 0,
      );
      if (kind !== 'an owner’s form') expect(controls.length).toBeGreaterThan(2);
      for (const control of controls) {
        expect(Number.parseFloat(getComputedStyle(control).fontSize), control.id).toBeGreaterThanOrEqual(16);
        if (kind !== 'a calculator')
          expect(control.getBoundingClientRect().height, control.id).toBeGreaterThanOrEqual(44);
      }
      expect(isScrolledSideways()).toBe(false);
      expect(sticksOut(element)).toEqual([]);
    });
  });
});

/** Red, green, blue and alpha of a color as the browser computes it, painted over the page's. */
function seen(color: string, below: readonly number[]): number[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = `rgb(${below.join(' ')})`;
  canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}
const luminance = (color: readonly number[]) => {
  const [r, g, b] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (one: readonly number[], other: readonly number[]) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};

describe('on a dark page that sets no color-scheme', () => {
  test.each(['a form from configuration', 'a form in steps'] as const)(
    'every word, box and error can be seen: %s',
    async (kind) => {
      const ground = [17, 17, 20];
      asPage('body { background: rgb(17 17 20); color: rgb(236 233 225) }');
      const element = await mountKind(kind);
      await showErrors(element);
      const parts = [...element.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter(
        (part) => part.checkVisibility() && !part.closest('[aria-hidden=true], .visually-hidden, option'),
      );
      const groundOf = (part: Element): number[] => {
        const around: Element[] = [];
        for (let each: Element | null = part; each; each = each.parentElement) around.unshift(each);
        return around.reduce((below, each) => seen(getComputedStyle(each).backgroundColor, below), ground);
      };
      const texts = parts.filter((part) =>
        [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim()),
      );
      expect(texts.length).toBeGreaterThan(5);
      for (const part of [
        ...texts,
        ...parts.filter(({ localName }) => /^(input|select|textarea)$/.test(localName)),
      ]) {
        const below = groundOf(part);
        const { color } = getComputedStyle(part);
        expect(
          contrast(seen(color, below), below),
          `${part.localName} ${part.id} ${part.textContent}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
      for (const control of parts.filter((part) =>
        part.matches('input:not([type=checkbox]), select, textarea'),
      )) {
        const below = groundOf(control.parentElement!);
        expect(
          contrast(seen(getComputedStyle(control).borderTopColor, below), below),
          control.id,
        ).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test('a form of the owner’s keeps the colours that the page gives it, and its errors take them, too', async () => {
    asPage('body { background: rgb(17 17 20); color: rgb(236 233 225) }');
    const element = await mountKind('an owner’s form');
    await showErrors(element);
    const note = page.getByText(en.errors.required).first().element();
    expect(getComputedStyle(note).color).toBe('rgb(236, 233, 225)');
  });
});
