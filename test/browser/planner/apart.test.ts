import { expect, test } from 'vitest';
import { apart } from '../../../src/elements/planner/apart.ts';
import type { CalculatorContext } from '../../../src/elements/roi-calculator/planner.ts';
import { calculator } from '../../../src/locales/en.ts';
import { markup } from '../../../src/markup/markup.ts';
import { InputError } from '../../../src/roi/index.ts';

/** A panel that shows the month it was given and how often it was pressed, in a page that renders when told to. */
function page() {
  const jobs: (() => void)[] = [];
  const panel = apart(
    {
      name: 'test',
      title: () => 'Test',
      create(update) {
        let presses = 0;
        const press = () => {
          presses++;
          update();
        };
        return ({ definition }) => [markup('button', { onclick: press }, `${definition} ${presses}`)];
      },
    },
    (job) => jobs.push(job),
  );
  const view = panel.create();
  let renderings = 0;
  const show = (definition: string | null) => {
    renderings++;
    if (definition) view({ definition } as CalculatorContext, document.body);
    else document.body.replaceChildren();
  };
  return {
    show,
    later() {
      for (const job of jobs.splice(0)) job();
    },
    renderings: () => renderings,
    button: () => document.querySelector('button')!,
    words: () => document.body.textContent!.trim(),
  };
}

test('it is there at once when it is opened', () => {
  const { show, words } = page();
  show('roas');
  expect(words()).toBe('roas 0');
});

test('what changes in the page is painted first, and then in the panel, once', () => {
  const { show, words, later } = page();
  show('roas');
  show('margin');
  show('revenue');
  expect(words()).toBe('roas 0');
  later();
  expect(words()).toBe('revenue 0');
});

test('what changes in the panel shows at once and renders nothing else', () => {
  const { show, button, words, renderings } = page();
  show('roas');
  button().click();
  expect(words()).toBe('roas 1');
  expect(renderings()).toBe(1);
});

test('closed before its turn and opened again, it shows what is true now', () => {
  const { show, words, later } = page();
  show('roas');
  show('margin');
  show(null);
  later();
  show('revenue');
  expect(words()).toBe('revenue 0');
});

test('a panel whose numbers no model takes says that there is no answer, and goes on with the next', () => {
  const jobs: (() => void)[] = [];
  const panel = apart(
    {
      name: 'test',
      title: () => 'Test',
      create: () => (context) => {
        if (context.definition === 'roas')
          throw new InputError({ field: 'x', code: 'too-large', expected: 'less' });
        return ['fine'];
      },
    },
    (job) => jobs.push(job),
  );
  const view = panel.create();
  const texts = () => calculator;
  const show = (definition: string) => {
    view({ definition, texts } as unknown as CalculatorContext, document.body);
    for (const job of jobs.splice(0)) job();
    return document.body.textContent!.trim();
  };
  expect(show('roas')).toBe(calculator.noAnswer);
  expect(show('margin')).toBe('fine');
});

test('a field that goes while somebody is in it changes the panel once more, and breaks nothing', () => {
  let left = 0;
  const panel = apart(
    {
      name: 'test',
      title: () => 'Test',
      create(update) {
        const leave = () => {
          left++;
          update();
        };
        return ({ definition }) => [
          markup('p', {}, `left ${left} times`),
          markup(
            'div',
            {},
            definition === 'roas' && markup('input', { onblur: leave }),
            markup('p', {}, definition),
          ),
        ];
      },
    },
    (job) => job(),
  );
  const view = panel.create();
  const show = (definition: string) => view({ definition } as CalculatorContext, document.body);
  document.body.replaceChildren();
  show('roas');
  document.querySelector('input')!.focus();
  show('margin');
  expect(left).toBe(1);
  expect(document.body.textContent).toBe('left 1 timesmargin');
  show('revenue');
  expect(document.body.textContent).toBe('left 1 timesrevenue');
});
