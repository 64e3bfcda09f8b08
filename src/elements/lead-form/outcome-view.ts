import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Receipt } from '../../delivery/receipt.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';

/** Whether the request has left this device for good. */
export const isDelivered = ({ status }: { status: string }): boolean =>
  /^(accepted|handed-over)$/.test(status);

/** Whether the request is out of the person's hands. */
export const isDone = (state: { status: string }): boolean => isDelivered(state) || state.status === 'queued';

/** A link for an owner's contact: `mailto:` for an address, `tel:` for a number, `null` for anything else. */
function contactLink(contact: string): string | null {
  if (/^\S+@\S+$/.test(contact)) return `mailto:${contact}`;
  return /^\+?[\d\s()./-]{5,}$/.test(contact) ? `tel:${contact.replace(/[^\d+]/g, '')}` : null;
}

/** The owner's own contact, for whenever a form is not enough. */
export function fallbackView(contact: string | undefined, { fallback }: FormMessages): unknown {
  if (!contact) return nothing;
  const href = contactLink(contact);
  const [before, after] = fallback.split('{contact}');
  return html`<p>${before}${href ? html`<a href=${href}>${contact}</a>` : contact}${after}</p>`;
}

export const button = (label: string, onClick: (event: Event) => void): TemplateResult =>
  html`<button type="button" @click=${onClick}>${label}</button>`;

interface Outcome {
  receipt: Receipt;
  messages: FormMessages;
  fallback: unknown;
  /** What was written, to be copied by hand where the clipboard is not ours. */
  copy: string | null;
  isCopied: boolean;
  onAgain(): void;
  onRetry(event: Event): void;
  onCopy(): void;
}

/** The truth about a request, and what can be done about it. */
export function outcomeView(outcome: Outcome): TemplateResult {
  const { receipt, messages, fallback, copy, isCopied, onAgain, onRetry, onCopy } = outcome;
  const isTooLarge = 'trouble' in receipt && receipt.trouble === 'too-large';
  return html`<p><strong>${messages.states[isTooLarge ? 'tooLarge' : receipt.status]}</strong></p>
    ${'message' in receipt ? html`<p class="quiet">${receipt.message}</p>` : nothing}
    ${receipt.status === 'accepted' ? nothing : fallback}
    <p class="actions">
      ${isDone(receipt) ? button(messages.again, onAgain) : [button(messages.retry, onRetry), button(isCopied ? messages.copied : messages.copy, onCopy)]}
    </p>
    ${copy ? html`<textarea readonly aria-label=${messages.copy} .value=${copy}></textarea>` : nothing}`;
}
