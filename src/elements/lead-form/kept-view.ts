import { html, type TemplateResult } from 'lit/html.js';
import type { StoredLead } from '../../delivery/stored-lead.ts';
import { fill } from '../../i18n/fill.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';
import { button } from './outcome-view.ts';

interface Kept {
  request: StoredLead;
  /** Whether the person has pressed "discard", and is asked whether they mean it. */
  isAsked: boolean;
  messages: FormMessages;
  /** BCP 47. */
  locale: string;
  onRetry(): void;
  onAsk(): void;
  onKeep(): void;
  onDiscard(): void;
}

/** A request of an earlier visit that needs the person's word: to be sent, or to be thrown away after a question. */
export function keptView(kept: Kept): TemplateResult {
  const { request, isAsked, messages, locale, onRetry, onAsk, onKeep, onDiscard } = kept;
  const date = new Date(request.createdAt).toLocaleDateString(locale, { dateStyle: 'long' });
  // Where "discard" was pressed stands the way back: a second press on the same place throws nothing away.
  return html`<div class="kept">
    <p aria-live="polite">${isAsked ? messages.discardQuestion : fill(messages.kept, { date })}</p>
    <div class="actions">
      ${
        isAsked
          ? [button(messages.discard, onDiscard), button(messages.keep, onKeep)]
          : [button(messages.retry, onRetry), button(messages.discard, onAsk)]
      }
    </div>
  </div>`;
}
