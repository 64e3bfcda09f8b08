import { html, nothing } from 'lit/html.js';
import type { Panel } from '../panel.ts';
import { pageAddress } from './page-address.ts';
import { printAlone } from './print-alone.ts';
import { reportOf } from './report.ts';
import { reportCsv } from './report-csv.ts';
import { scenarioMemory } from './scenario-memory.ts';
import { addressed, scenarioText } from './scenario-text.ts';

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
  title: (texts) => texts('share').title,
  create(update) {
    let copied = '';
    return (context) => {
      const { host, scenario, texts, format } = context;
      const words = texts('share');
      const text = scenarioText(scenario);
      const link = `${pageAddress()}#${addressed(text, host.id)}`;
      const share = async (event: Event) => {
        const field = (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!;
        try {
          await navigator.clipboard.writeText(link);
          copied = link;
        } catch {
          // On plain http there is no clipboard: the link is selected, to be copied by hand.
          field.select();
        }
        host.tell('roi-share', { link });
        update();
      };
      const keep = ({ target }: Event) => {
        const box = target as HTMLInputElement;
        box.checked = scenarioMemory.keep(box.checked ? text : null, host.id);
      };
      const csv = () =>
        download(`${words.file}.csv`, 'text/csv', reportCsv(reportOf(context), format.locale));
      const json = () =>
        download(`${words.file}.json`, 'application/json', JSON.stringify(reportOf(context), null, 2));
      const printReport = () => {
        for (const input of host.shadowRoot!.querySelectorAll<HTMLInputElement>('.group input'))
          input.toggleAttribute('data-empty', !input.value);
        printAlone(host);
      };
      return html`<div class="share">
        <p class="printed quiet">${new Date().toLocaleDateString(format.locale, { dateStyle: 'long' })}<br />${link}</p>
        <label for="link">${words.link}</label>
        <div class="row">
          <input id="link" readonly .value=${link} aria-describedby="link-note" />
          <button type="button" @click=${share}>${copied === link ? words.copied : words.copy}</button>
        </div>
        <p class="visually-hidden" role="status">${copied === link ? words.copied : nothing}</p>
        <p class="quiet" id="link-note">${words.privacy}</p>
        <label class="choice"
          ><input type="checkbox" .checked=${scenarioMemory.isKept(host.id)} @change=${keep} />${words.keep}</label
        >
        <div class="row">
          <button type="button" @click=${printReport}>${words.print}</button>
          <button type="button" @click=${csv}>${words.csv}</button>
          <button type="button" @click=${json}>${words.json}</button>
        </div>
      </div>`;
    };
  },
};
