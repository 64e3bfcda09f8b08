import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { findProgram } from './find-program.ts';
import { marionette } from './marionette.ts';
import { found, startGroup } from './process-group.ts';
import { tabsOf } from './webdriver.ts';

const path = findProgram('FIREFOX_PATH', [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]);

/** Under which it keeps to this machine. */
const preferences = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.tabs.warnOnClose': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'dom.disable_beforeunload': true,
};

/** Firefox, driven by WebDriver over Marionette. Its own code (`chrome`) can do what pages cannot. */
export const firefox: Engine = {
  name: 'Firefox',
  missing: path ? null : 'install Firefox, or set FIREFOX_PATH',
  async start(profile) {
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    await writeFile(join(profile, 'user.js'), lines.join(''));
    const portFile = join(profile, 'MarionetteActivePort');
    await rm(portFile, { force: true });
    const group = startGroup(path!, [
      '--headless',
      '--no-remote',
      '--marionette',
      '--remote-allow-system-access',
      '--profile',
      profile,
    ]);
    const port = await found(
      'Firefox',
      async () => Number(await readFile(portFile, 'utf8').catch(() => '')) || null,
    );
    const { command, session, version } = await marionette(port);
    const { open, turn } = tabsOf(session);

    /** @param script body of a function in the browser's own code */
    const inside = (script: string, ...args: unknown[]) =>
      turn(async () => {
        await session.select(session.home);
        await command('Marionette:SetContext', { value: 'chrome' });
        try {
          await command('WebDriver:ExecuteScript', { script, args });
        } finally {
          await command('Marionette:SetContext', { value: 'content' });
        }
      });
    const block = (address: string | null) =>
      inside(
        `const topic = 'http-on-modify-request';
        if (window.blocker) Services.obs.removeObserver(window.blocker, topic);
        const [address] = arguments;
        window.blocker = address && {
          observe(subject) {
            const channel = subject.QueryInterface(Ci.nsIHttpChannel);
            if (channel.URI.spec.startsWith(address)) channel.cancel(Cr.NS_ERROR_ABORT);
          },
        };
        if (address) Services.obs.addObserver(window.blocker, topic);`,
        address,
      );

    return {
      version,
      open,
      async quit() {
        void command('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => {});
        await group.ended;
      },
      kill: group.kill,
      powers: {
        block,
        // Firefox reads the limit only when it starts its storage, so it is made to start it again.
        async fillStorage() {
          await inside(`Services.prefs.setBoolPref('dom.quotaManager.testing', true);
            Services.prefs.setIntPref('dom.quotaManager.temporaryStorage.fixedLimit', 1);
            return new Promise((resolve) => {
              Services.qms.reset().callback = resolve;
            }).then(() => null);`);
        },
        // What Firefox calls offline still reaches this machine.
        async setOffline(isOffline) {
          await block(isOffline ? 'http' : null);
          await inside(
            'for (const { linkedBrowser } of window.gBrowser.tabs) linkedBrowser.browsingContext.forceOffline = arguments[0];',
            isOffline,
          );
        },
      },
    };
  },
};
