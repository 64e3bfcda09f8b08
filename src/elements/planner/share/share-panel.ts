import { csvText } from '../../../calculator/share/csv-text.ts';
import { reportRows } from '../../../calculator/share/report-rows.ts';
import { scenarioText } from '../../../calculator/share/scenario-text.ts';
import { markup } from '../../../markup/markup.ts';
import { isReported, type Panel } from '../panel.ts';
import { panels } from '../panels.ts';
import { printReport } from './print-report.ts';
import { reportStyles } from './report-styles.ts';
import { scenarioMemory } from './scenario-memory.ts';
import { shareStyles } from './share-styles.ts';

/** Gives the browser a file to keep. */
function download(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A link that carries the scenario, keeping it on the device, a printed report, and the numbers as files. */
export const sharePanel: Panel = {
  name: 'share',
  styles: shareStyles + reportStyles,
  title: (texts) => texts('share').title,
  create(update) {
    /** The link that was last to be copied, and whether it was. */
    let shared = { link: '', isCopied: false };
    return (context) => {
      const { host, scenario, texts, format } = context;
      const words = texts('share');
      const text = scenarioText(scenario);
      const link = scenarioMemory.linkTo(scenario, host.id);
      const share = async (event: Event) => {
        const field = (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!;
        try {
          await navigator.clipboard.writeText(link);
          shared = { link, isCopied: true };
          host.tell('roi-share', { link });
        } catch {
          // On plain http there is no clipboard: the link is selected, to be copied by hand.
          shared = { link, isCopied: false };
          field.select();
        }
        update();
      };
      const keep = ({ target }: Event) => {
        const box = target as HTMLInputElement;
        box.checked = scenarioMemory.keep(box.checked ? text : null, host.id);
        // So that the next rendering knows how it stands.
        update();
      };
      const file = scenario.name?.replace(/[^\p{L}\p{N}]+/gu, '-') || words.file;
      const reported = panels.filter((panel) => isReported(panel, context));
      // Each part with its inputs as the model takes them, so that it can be recomputed.
      const json = async () => {
        const parts = await Promise.all(reported.map(({ saved }) => saved?.(context)));
        const report = Object.assign(
          { plan: Object.fromEntries(new URLSearchParams(text)), ...context.calculation },
          ...parts,
        );
        download(`${file}.json`, 'application/json', JSON.stringify(report, null, 2));
      };
      const csv = async () => {
        const parts = await Promise.all(reported.map(({ rows }) => rows?.(context) ?? []));
        const rows = [...reportRows(context), ...parts.flat()];
        download(`${file}.csv`, 'text/csv', csvText(rows, format.locale));
      };
      const choose = ({ currentTarget }: Event) =>
        ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
      const open = async ({ target }: Event) => {
        const input = target as HTMLInputElement;
        const [file] = input.files!;
        if (file) {
          scenarioMemory.open(await file.text(), host.id);
          await host.updateComplete;
          // It stands above all, and the button below.
          host.shadowRoot!.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' });
        }
        // The same file once more is a choice, too.
        input.value = '';
      };
      const isShared = shared.link === link;
      return [
        markup(
          'div',
          { class: 'share' },
          markup('label', { for: 'link' }, words.link),
          markup(
            'div',
            { class: 'row' },
            markup('input', { id: 'link', readonly: true, '.value': link, 'aria-describedby': 'link-note' }),
            markup(
              'button',
              { type: 'button', onclick: share },
              isShared && shared.isCopied ? words.copied : words.copy,
            ),
          ),
          markup(
            'p',
            { class: isShared && !shared.isCopied ? 'quiet' : 'visually-hidden', role: 'status' },
            isShared && words[shared.isCopied ? 'copied' : 'selected'],
          ),
          markup('p', { class: 'quiet', id: 'link-note' }, words.privacy),
          markup(
            'label',
            { class: 'choice' },
            markup('input', { type: 'checkbox', '.checked': scenarioMemory.isKept(host.id), onchange: keep }),
            words.keep,
          ),
          markup(
            'div',
            { class: 'row' },
            markup('button', { type: 'button', onclick: () => printReport(context) }, words.print),
            markup('button', { type: 'button', onclick: csv }, words.csv),
            markup('button', { type: 'button', onclick: json }, words.json),
            markup('button', { type: 'button', onclick: choose }, words.open),
            markup('input', { type: 'file', hidden: true, accept: '.json,application/json', onchange: open }),
          ),
        ),
      ];
    };
  },
};
