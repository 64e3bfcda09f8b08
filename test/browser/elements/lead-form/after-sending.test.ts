import '../../../../src/define.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { LeadFormConfig } from '../../../../src/form/lead-form-options.ts';
import { form as en } from '../../../../src/locales/en.ts';
import { bothForms, controlsIn, type FormSetup, formIn, noteOf } from '../../../support/both-forms.ts';
import { field, submit } from '../../../support/form-on-page.ts';
import { hearProblems } from '../../../support/problems.ts';
import { beBusy, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
const tags = globalThis as { dataLayer?: Record<string, unknown>[] };
const { pathname, search } = location;
beforeEach(() => {
  tags.dataLayer = [];
});
afterEach(() => {
  Reflect.deleteProperty(tags, 'dataLayer');
  history.replaceState(null, '', pathname + search);
  vi.restoreAllMocks();
});

const fields: FormSetup['fields'] = [
  { name: 'staff', label: 'Staff?', type: 'number', optional: true },
  { name: 'name', optional: true },
  { name: 'email' },
];
const scoring = {
  rules: [
    { rule: 'Many', when: 'staff>=50', points: 60 },
    { when: 'staff>=10', points: 30 },
  ],
  warm: 30,
  hot: 60,
};
const nextStep = {
  text: 'We answer within a day.',
  link: 'https://calendar.example/a',
  label: 'Choose a time',
};
const hotStep = { text: 'We call you today.', link: 'https://calendar.example/hot', label: 'Call now' };

describe.each(bothForms)('%s', (_, mountForm) => {
  const mount = (config: LeadFormConfig = {}, endpoint = receiver.endpoint) =>
    mountForm({ endpoint, fields, config });
  const ask = async (staff = '', name = 'Ada Rossi & co.') => {
    if (staff) await field('Staff?').fill(staff);
    await field(en.fields.name).fill(name);
    await field(en.fields.email).fill('ada+1@shop.example');
    await submit().click();
  };
  const accepted = () => expect.element(page.getByText(en.states.accepted)).toBeVisible();
  const sent = async (staff?: string) => {
    await ask(staff);
    await accepted();
    return receiver.received[0]!.lead;
  };

  describe('the owner’s next step', () => {
    test('is offered once the request has arrived', async () => {
      await mount({ nextStep });
      await ask();
      await expect.element(page.getByText(nextStep.text)).toBeVisible();
      await expect
        .element(page.getByRole('link', { name: nextStep.label }))
        .toHaveAttribute('href', nextStep.link);
    });

    test.each([
      ['waits', beBusy, en.states.queued],
      ['was refused', refuse('No.'), en.states.rejected],
    ])('and not while it %s', async (_, answer, state) => {
      receiver.will(answer);
      await mount({ nextStep });
      await ask();
      await expect.element(page.getByText(state)).toBeVisible();
      expect(page.getByText(nextStep.text).elements()).toEqual([]);
      expect(page.getByRole('link', { name: nextStep.label }).elements()).toEqual([]);
    });

    test.each([
      ['hot', '50', hotStep],
      ['warm', '49', nextStep],
      ['cold', '9', nextStep],
    ])('of a %s lead is its own', async (_, staff, step) => {
      await mount({ nextStep, hotStep, scoring });
      await ask(staff);
      await expect.element(page.getByText(step.text)).toBeVisible();
      const other = step === hotStep ? nextStep : hotStep;
      expect(page.getByText(other.text).elements()).toEqual([]);
    });

    test('fills in who asks, as an address needs it', async () => {
      const link = 'https://calendar.example/?e={email}&n={name}&x={other}';
      await mount({ nextStep: { link } });
      await ask();
      await expect
        .element(page.getByRole('link'))
        .toHaveAttribute(
          'href',
          'https://calendar.example/?e=ada%2B1%40shop.example&n=Ada%20Rossi%20%26%20co.&x={other}',
        );
    });

    test('that leads to no https address is none, and told to the owner', async () => {
      const problems = hearProblems();
      await mount({ nextStep: { link: 'javascript:alert(1)' } });
      await sent();
      expect(page.getByRole('link').elements()).toEqual([]);
      expect(problems.events.map(({ option }) => option)).toContain('nextStep');
    });
  });

  test('once it has arrived, the page goes where the owner wants', async () => {
    await mount({ redirect: '#thanks' });
    expect(location.hash).toBe('');
    await sent();
    await expect.poll(() => location.hash).toBe('#thanks');
  });

  test('the page stays while the request waits', async () => {
    receiver.will(beBusy);
    await mount({ redirect: '#thanks' });
    await ask();
    await expect.element(page.getByText(en.states.queued)).toBeVisible();
    expect(location.hash).toBe('');
  });

  describe('an address for hot leads', () => {
    const elsewhere = 'https://receiver.example/others';
    test('gets a hot one', async () => {
      await mount({ hotEndpoint: receiver.endpoint, scoring }, elsewhere);
      const { score } = await sent('50');
      expect(score).toMatchObject({ temperature: 'hot' });
    });

    test('and no other', async () => {
      await mount({ hotEndpoint: receiver.endpoint, scoring }, elsewhere);
      await ask('49');
      await accepted();
      expect(receiver.received).toEqual([]);
    });

    test.each(['hotEndpoint', 'tallyEndpoint'] as const)(
      '%s that is none is told to the owner',
      async (option) => {
        const problems = hearProblems();
        await mount({ [option]: 'ftp://hooks.example/' });
        await expect.poll(() => problems.events.map(({ option }) => option)).toEqual([option]);
      },
    );
  });

  describe('the score', () => {
    test('goes by the owner’s rules', async () => {
      await mount({ scoring });
      expect((await sent('60')).score).toEqual({
        value: 90,
        fit: 90,
        interest: 0,
        temperature: 'hot',
        stage: 'mql',
        reasons: [
          { rule: 'Many', points: 60 },
          { rule: 'staff>=10', points: 30 },
        ],
      });
    });

    test('is none where the owner has turned it off: no lead is hot then', async () => {
      await mount({ noScoring: true, scoring, nextStep, hotStep });
      expect(await sent('60')).not.toHaveProperty('score');
      await expect.element(page.getByText(nextStep.text)).toBeVisible();
    });

    test('is none where the person says no, which is proved by the words they saw', async () => {
      await mount({ scoring });
      await field(en.objection).click();
      const lead = await sent('60');
      expect(lead).not.toHaveProperty('score');
      expect(lead.consents).toContainEqual(
        expect.objectContaining({ purpose: 'scoring', granted: false, text: en.objection }),
      );
    });

    test('needs no word of the person’s, and none is made up', async () => {
      await mount({ scoring });
      expect((await sent('60')).consents.map(({ purpose }) => purpose)).toEqual(['marketing', 'profiling']);
    });
  });

  describe('the page’s tag manager', () => {
    test('hears of the lead once, by its id, and nothing of the person', async () => {
      await mount({ name: 'contact' });
      const { id } = await sent();
      expect(tags.dataLayer).toEqual([{ event: 'generate_lead', event_id: id, form: 'contact' }]);
    });

    test('hears of it once it has arrived, however often it was tried', async () => {
      receiver.will(refuse('Not now.'));
      await mount();
      await ask();
      await expect.element(page.getByText(en.states.rejected)).toBeVisible();
      expect(tags.dataLayer).toEqual([]);
      receiver.will(() => Response.json({ ok: true }));
      await page.getByRole('button', { name: en.retry }).click();
      await accepted();
      expect(tags.dataLayer).toHaveLength(1);
    });

    test('hears of a second request as a second lead', async () => {
      await mount();
      await sent();
      await page.getByRole('button', { name: en.again }).click();
      await ask();
      await accepted();
      const ids = receiver.received.map(({ lead }) => lead.id);
      expect(tags.dataLayer!.map(({ event_id }) => event_id)).toEqual(ids);
      expect(new Set(ids).size).toBe(2);
    });
  });
});

describe('the notice of a configured form', () => {
  const [[, mountForm]] = bothForms;
  const notice = (element: HTMLElement) =>
    formIn(element).querySelector('[part=notice] p')!.textContent!.trim();

  test.each<[LeadFormConfig, FormSetup['boxes'] & object, string[]]>([
    [{}, ['marketing'], [en.neutral, en.ticked, en.scored]],
    [{ controller: 'Rossi' }, ['marketing'], ['Rossi will use this to answer you.', en.ticked, en.scored]],
    [{ controller: 'Rossi', noScoring: true }, [], ['Rossi will use this to answer you.']],
    [{ noScoring: true }, [], [en.neutral]],
  ])('with %j and boxes %j says what becomes of what is written', async (config, boxes, sentences) => {
    const element = await mountForm({ fields, config, boxes });
    expect(notice(element)).toBe(sentences.join(' '));
    expect(controlsIn(element, 'objection.scoring')).toHaveLength(config.noScoring ? 0 : 1);
  });
});

describe('an owner’s form that has no endpoint of ours, and an address of its own', () => {
  const [, [, mountForm]] = bothForms;

  test('is not called unconnected: it can be sent', async () => {
    hearProblems();
    const element = await mountForm({ endpoint: '', fields });
    expect(element.shadowRoot!.textContent).not.toContain(en.unconnected);
  });

  test('goes where its markup says, once nothing is wrong in it', async () => {
    hearProblems();
    const element = await mountForm({ endpoint: '', fields });
    const isOurs: boolean[] = [];
    const hear = (event: Event) => {
      isOurs.push(event.defaultPrevented);
      event.preventDefault();
    };
    document.addEventListener('submit', hear);
    await field(en.fields.email).fill('ada');
    await submit().click();
    await expect.poll(() => noteOf(element, 'email')).toBe(en.errors.email);
    expect(isOurs).not.toContain(false);
    await field(en.fields.email).fill('ada@shop.example');
    await submit().click();
    await expect.poll(() => isOurs.at(-1)).toBe(false);
    document.removeEventListener('submit', hear);
  });
});
