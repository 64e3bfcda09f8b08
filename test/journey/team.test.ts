import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../collector/words/words.ts';
import { demoSignIn } from '../../demo/demo-team.ts';
import { form } from '../../src/locales/en.ts';
import { axeFindings } from '../support/axe.ts';
import { freePort } from '../support/free-port.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { requestOf } from '../support/person-requests.ts';
import { setScene } from '../support/scene.ts';
import { sendLead } from '../support/send-leads.ts';
import { emptyDataFolder, type RunningCollector, startCollector } from '../support/start-collector.ts';
import { ada, fillForm, formField, hears, send } from '../support/visitor.ts';

const scene = setScene();
const { en, it } = languages;

/** A collector that sends real mail to a real mail server. */
async function startWithMail(
  env: NodeJS.ProcessEnv = {},
): Promise<{ collector: RunningCollector; mail: MailServer; url: string }> {
  const [mail, port] = [await startMailServer(), await freePort()];
  const url = `http://localhost:${port}`;
  const collector = await startCollector(emptyDataFolder(), port, undefined, {
    UNISONO_SMTP: mail.url,
    UNISONO_URL: url,
    ...env,
  });
  return { collector, mail, url };
}

/** Opens a page of the team's as somebody of it who has not signed in yet. */
async function openAs(who: string, address: string): Promise<Page> {
  const page = await scene.open(address);
  await page.getByLabel(en.team.fields.email).fill(who);
  await page.getByRole('button', { name: en.team.signIn.press }).click();
  await page.getByRole('navigation').waitFor();
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const notice = (page: Page, text: string) => page.locator('.notice').getByText(text).waitFor();

/** The first address in the text of a mail to somebody, once it has come. */
async function linkTo(mail: MailServer, recipient: string, part: string): Promise<string> {
  const find = () =>
    mail.received.find(({ recipients, text }) => recipients.includes(recipient) && text?.includes(part));
  await expect.poll(find, { timeout: 20_000 }).toBeTruthy();
  return /https?:\/\/\S+/.exec(find()!.text!.slice(find()!.text!.search(/https?:/)))![0];
}

describe('a lead is worked to its end', () => {
  test('one is won, one is given back and nurtured, one is erased', async () => {
    const { collector, mail, url } = await startWithMail();
    try {
      // A visitor works out a return, agrees to both boxes, and asks for a quote at once.
      const visitor = await scene.open(`${url}/en/`);
      await visitor
        .locator('roi-calculator')
        .getByLabel('Advertising', { exact: false })
        .first()
        .fill('4,000');
      await fillForm(visitor);
      for (const words of [form.consent.profiling, form.consent.marketing])
        await formField(visitor, words).check();
      await send(visitor);
      await hears(visitor, form.states.accepted);

      // Sales is told by mail, and follows its link.
      const sales = await openAs('sales@demo.example', await linkTo(mail, 'sales@demo.example', '/people/'));
      await sales.getByRole('heading', { name: ada.name, level: 1 }).waitFor();
      await sales.getByText(ada.message).waitFor();
      await press(sales, en.person.takeOver);
      await notice(sales, en.person.done.owner);
      await sales.getByLabel(en.person.answerNote).fill('Called her, she decides on Monday');
      await press(sales, en.person.haveAnswered);
      await notice(sales, en.person.done.answered);
      await sales.getByLabel(en.person.nextStep).fill('Send the offer');
      await sales.getByLabel(en.person.nextDay, { exact: true }).fill('2026-12-01');
      await press(sales, en.person.save);
      await notice(sales, en.person.done['next-step']);
      await sales.goto(`${url}/sales`);
      await sales.getByText('Send the offer').waitFor();
      await sales.getByRole('link', { name: ada.name }).click();
      // What a stage needs is asked for when it is chosen.
      await sales.getByLabel(en.person.newStage).waitFor();
      await expect.poll(() => sales.getByLabel(en.person.revenue).isVisible()).toBe(false);
      await sales.getByLabel(en.person.newStage).selectOption('customer');
      await sales.getByLabel(en.person.revenue).fill('12,500');
      await press(sales, en.person.moveOn);
      await sales.getByText('€12,500').first().waitFor();
      await sales.getByText('Called her, she decides on Monday').waitFor();

      // Somebody else is as hot, and sales gives them back with the reason.
      const email = 'bob@hill.example';
      expect((await sendLead(collector, requestOf(email, 'hot'))).status).toBe(201);
      await sales.goto(`${url}/sales`);
      await sales.getByRole('link', { name: 'bob', exact: true }).click();
      await sales.getByText(en.person.giveBack).first().click();
      await sales.getByLabel(en.person.reason).last().fill('No budget before next year');
      await press(sales, en.person.giveBack);
      await notice(sales, en.person.done['given-back']);

      // Marketing reads why, and plans to keep in touch.
      const marketing = await openAs('marketing@demo.example', `${url}/marketing`);
      await marketing.getByText('No budget before next year').waitFor();
      await marketing.getByRole('link', { name: 'bob', exact: true }).first().click();
      await marketing.getByLabel(en.person.nextStep).fill('Invite to the spring event');
      await marketing.getByLabel(en.person.nextDay, { exact: true }).fill('2027-02-01');
      await press(marketing, en.person.save);
      await notice(marketing, en.person.done['next-step']);
      // Who ticked the box for news has had a mail, and confirms.
      const confirming = await scene.open(await linkTo(mail, ada.email, '/confirm/'));
      await press(confirming, en.rights.links['opt-in'].button);
      await confirming.getByRole('heading', { name: en.rights.links['opt-in'].doneTitle }).waitFor();
      await marketing.goto(`${url}/leads?words=ada`);
      await marketing.getByText(en.lists.confirmed, { exact: true }).waitFor();

      // A third one wants to be forgotten.
      const lead = requestOf('carla@neri.example', 'warm');
      await sendLead(collector, lead);
      const admin = await openAs(demoSignIn.email, `${url}/settings/rights`);
      await admin.getByLabel(en.rights.find.email).fill('Carla@Neri.example');
      await press(admin, en.rights.find.button);
      await press(admin, en.rights.remove.erase.button);
      await press(admin, en.rights.remove.erase.sure);
      await notice(admin, en.rights.done.erased);
      await admin.goto(`${url}/leads`);
      expect(await admin.getByText('carla').count()).toBe(0);
      // A late try of the same request is answered, and brings nobody back.
      expect((await sendLead(collector, lead)).status).toBe(200);
      await admin.reload();
      expect(await admin.getByText('carla').count()).toBe(0);
      expect(await admin.locator('.person').count()).toBe(2);
    } finally {
      await collector.kill();
    }
  });

  test('a list says by itself that somebody has asked, and is not changed under anybody’s hands', async () => {
    const { collector, url } = await startWithMail();
    try {
      const sales = await openAs('sales@demo.example', `${url}/sales`);
      await sales.getByText(en.lists.sales.calm).waitFor();
      expect(await sales.getByText(en.lists.news).isVisible()).toBe(false);
      await sendLead(collector, requestOf('ada@shop.example', 'hot'));
      await sales.getByRole('status').getByText(en.lists.news).waitFor();
      expect(await sales.locator('.person').count()).toBe(0);
      await sales.getByRole('link', { name: en.lists.show }).click();
      await sales.getByRole('link', { name: 'ada', exact: true }).waitFor();
    } finally {
      await collector.kill();
    }
  });

  test('what is written in one form stays when another is sent, when a session ends, and not in a tab that is left', async () => {
    const { collector, url } = await startWithMail();
    try {
      await sendLead(collector, requestOf('ada@shop.example', 'hot'));
      const sales = await openAs('sales@demo.example', `${url}/people/1`);
      const note = sales.locator('.action-note').getByLabel(en.person.note);
      await note.fill('Decides on Monday');
      await press(sales, en.person.takeOver);
      await notice(sales, en.person.done.owner);
      // The notice is there before the page's script is.
      await expect.poll(() => note.inputValue()).toBe('Decides on Monday');
      await press(sales, en.person.addNote);
      await notice(sales, en.person.done.note);
      expect(await note.inputValue()).toBe('');

      await note.fill('Written for nothing?');
      await sales.context().clearCookies();
      await press(sales, en.person.addNote);
      await sales.getByRole('link', { name: en.team.signInLink }).click();
      await sales.getByLabel(en.team.fields.email).fill('sales@demo.example');
      await press(sales, en.team.signIn.press);
      await expect.poll(() => note.inputValue()).toBe('Written for nothing?');
      await note.fill('Left behind');
      await press(sales, en.frame.signOut);
      await sales.getByRole('button', { name: en.team.signIn.press }).waitFor();
      expect(await sales.evaluate(() => sessionStorage.length)).toBe(0);
    } finally {
      await collector.kill();
    }
  });
});

describe('the team’s pages', () => {
  let url = '';
  beforeAll(async () => {
    const collector = await startCollector(emptyDataFolder(), 0, undefined, { UNISONO_EXAMPLE: '1' });
    url = collector.origin.replace('127.0.0.1', 'localhost');
    await sendLead(collector, requestOf('ada@shop.example', 'hot'));
    const spam = { signals: ['too-fast' as const], quarantine: true };
    await sendLead(collector, requestOf('odd@shop.example', 'hot', { spam }));
    return () => collector.kill();
  });

  const paths = [
    '/sales',
    '/marketing',
    '/leads',
    '/leads?stage=customer&words=a',
    '/set-aside',
    '/objective',
    '/objective/new',
    '/objective/1',
    '/results',
    '/results?by=month&lens=sales',
    '/imports',
    '/imports/costs',
    '/target',
    '/people/1',
    '/people/401',
    '/settings',
    '/settings/team',
    '/settings/destinations',
    '/settings/destinations/new/mailchimp',
    '/settings/destinations/new/webhook',
    '/settings/destinations/new/pipedrive',
    '/settings/messages',
    '/settings/rights',
    '/settings/scoring',
    '/account',
    '/people/99999',
  ];

  interface Look {
    locale: string;
    colorScheme: 'light' | 'dark';
    viewport: { width: number; height: number };
    /** Whether axe has seen as much in another row, so that only the width is new. */
    isSeen?: boolean;
  }

  test.each<Look>([
    { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    { locale: 'it-IT', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    { locale: 'it-IT', colorScheme: 'light', viewport: { width: 320, height: 700 }, isSeen: true },
  ])(
    'axe finds nothing, and nothing is wider than the screen: $locale, $viewport.width px',
    async ({ isSeen, ...options }) => {
      const words = options.locale === 'it-IT' ? it : en;
      const page = await scene.open(`${url}/sign-in`, { ...options });
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      const findings = async () => (isSeen ? [] : axeFindings(page));
      const found: Record<string, string[]> = { '/sign-in': await findings() };
      await page.getByRole('button', { name: words.team.signIn.press }).click();
      await page.getByRole('navigation').waitFor();
      /** What is wrong with the page as it stands, under a name of its own. */
      const look = async (path: string): Promise<void> => {
        // With its style sheet: a title is there before it.
        await page.waitForLoadState();
        found[path] = await findings();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > options.viewport.width) found[path].push(`is ${width} px wide`);
        if ((await page.locator('html').getAttribute('lang')) !== options.locale.slice(0, 2))
          found[path].push('speaks another language');
      };
      for (const path of paths) {
        await page.goto(url + path);
        await look(path);
      }
      await page.goto(`${url}/settings/destinations/new/webhook`);
      const { locale, viewport } = options;
      await page.locator('#setting-url').fill(`https://crm.example/${locale}/${viewport.width}`);
      await page.getByRole('button', { name: words.destinations.saveNew, exact: true }).click();
      await page.waitForURL(/done=addedWebhook/);
      await look('/settings/destinations/:id');
      await page.goto(`${url}/imports`);
      await page.locator('#file-spend').setInputFiles('test/support/exports/google-ads.en.csv');
      for (const press of [words.importing.look.spend, words.importing.preview, words.importing.import]) {
        const title = await page.title();
        await page.getByRole('button', { name: press, exact: true }).click();
        await expect.poll(() => page.title()).not.toBe(title);
        await look(press);
      }
      expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([]);
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
      expect(await page.evaluate(() => globalThis.observed.violations)).toEqual([]);
    },
  );

  test('work without a script, by keyboard alone', async () => {
    const page = await scene.open(`${url}/sign-in`, { javaScriptEnabled: false });
    await page.getByLabel(en.team.fields.password).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    // The first stop of every page leads past the navigation.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: en.lists.takeOverOf('ada'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await notice(page, en.person.done.owner);
    await page.getByRole('button', { name: en.person.undo }).focus();
    await page.keyboard.press('Space');
    await notice(page, en.person.done.undo);
  });
});
