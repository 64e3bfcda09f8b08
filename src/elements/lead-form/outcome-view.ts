import { isDelivered, type Receipt } from '../../delivery/receipt.ts';
import type { NextStep } from '../../form/lead-form-options.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';
import { button, type Content, markup } from '../../markup/markup.ts';

/** Whether the request is out of the person's hands. */
export const isDone = (state: { status: string }): boolean => isDelivered(state) || state.status === 'queued';

/** A link for an owner's contact: `mailto:` for an address, `tel:` for a number, `null` for anything else. */
function contactLink(contact: string): string | null {
  if (/^\S+@\S+$/.test(contact)) return `mailto:${contact}`;
  return /^\+?[\d\s()./-]{5,}$/.test(contact) ? `tel:${contact.replace(/[^\d+]/g, '')}` : null;
}

/** The owner's own contact, for whenever a form is not enough. */
export function fallbackView(contact: string | undefined, { fallback }: FormMessages): Content {
  if (!contact) return [];
  const href = contactLink(contact);
  const [before = '', after = ''] = fallback.split('{contact}');
  return [markup('p', {}, before, href ? markup('a', { href }, contact) : contact, after)];
}

interface Outcome {
  receipt: Receipt;
  messages: FormMessages;
  fallback: Content;
  next: NextStep | undefined;
  /** What was written, to be copied by hand where the clipboard is not ours. */
  copy: string | null;
  isCopied: boolean;
  onAgain(): void;
  onRetry(event: Event): void;
  onCopy(): void;
}

/** The truth about a request, and what can be done about it. The receiver's own words are the owner's to read. */
export function outcomeView(outcome: Outcome): Content {
  const { receipt, messages, fallback, next, copy, isCopied, onAgain, onRetry, onCopy } = outcome;
  const isTooLarge = 'trouble' in receipt && receipt.trouble === 'too-large';
  const { text, link, label } = (isDelivered(receipt) && next) || {};
  return [
    markup('p', {}, markup('strong', {}, messages.states[isTooLarge ? 'tooLarge' : receipt.status])),
    text ? markup('p', {}, text) : '',
    link
      ? markup(
          'p',
          {},
          markup('a', { class: 'primary', part: 'next', href: link, rel: 'noreferrer' }, label ?? link),
        )
      : '',
    ...(receipt.status === 'accepted' ? [] : fallback),
    markup(
      'p',
      { class: 'actions' },
      ...(isDone(receipt)
        ? [button(messages.again, onAgain)]
        : [button(messages.retry, onRetry), button(isCopied ? messages.copied : messages.copy, onCopy)]),
    ),
    copyView(copy, messages),
  ];
}

/** What was written, to be copied by hand. */
export const copyView = (copy: string | null, messages: FormMessages): Content[number] =>
  copy !== null && markup('textarea', { readonly: true, 'aria-label': messages.copy }, copy);
