import type { StoredLead } from '../../delivery/stored-lead.ts';
import { fill } from '../../i18n/fill.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';
import { button, type Content, type Markup, markup } from '../../markup/markup.ts';
import { pageOutbox } from '../../visit/page-outbox.ts';

/** Requests of earlier visits that have not arrived: some need the person's word. */
export interface KeptRequests {
  /** Looks into the outbox. */
  refresh(): Promise<void>;
  /**
   * @param locale BCP 47
   * @param current id of the request that the form itself shows
   */
  views(messages: FormMessages, locale: string, current: string | undefined): Content;
}

/** What the form does for them. */
export interface KeptRequestsOptions {
  /** Called when they are to be shown anew. */
  update(): void;
  /** Says what became of one of them; null: it had gone already. */
  tell(told: string | null): Promise<void>;
  copy(text: string): Promise<void>;
}

/** Each is to be sent, or copied where this page cannot read it, or to be thrown away after a question. */
export function keptRequests({ update, tell, copy }: KeptRequestsOptions): KeptRequests {
  let requests: readonly StoredLead[] = [];
  /** The one that is to be thrown away, once that is confirmed. */
  let discarding: string | null = null;

  const ask = (id: string | null) => () => {
    discarding = id;
    update();
  };
  const refresh = async () => {
    const stored = await pageOutbox().list();
    // One that is still sent by itself is shown once a try has failed.
    requests = stored.filter(({ status, trouble }) => status !== 'waiting' || trouble);
    update();
  };
  const settle = async (told: string | null) => {
    discarding = null;
    await refresh();
    await tell(told);
  };

  function view({ id, createdAt, status, text }: StoredLead, messages: FormMessages, locale: string): Markup {
    const isAsked = discarding === id;
    // Some have words of their own, which go by the name of how they stand.
    const words: Partial<Record<StoredLead['status'], string>> = messages;
    const date = new Date(createdAt).toLocaleDateString(locale, { dateStyle: 'long' });
    const retry = async () => {
      const receipt = await pageOutbox().retry(id);
      await settle(receipt && messages.states[receipt.status]);
    };
    const discard = async () => {
      await pageOutbox().discard(id);
      await settle(messages.discarded);
    };
    // Where "discard" was pressed stands the way back: a second press on the same place throws nothing away.
    return markup(
      'div',
      { class: 'kept' },
      markup(
        'p',
        { 'aria-live': 'polite' },
        isAsked ? messages.discardQuestion : fill(words[status] ?? messages.kept, { date }),
      ),
      markup(
        'div',
        { class: 'actions' },
        ...(isAsked
          ? [button(messages.discard, discard), button(messages.keep, ask(null))]
          : [
              text ? button(messages.copy, () => void copy(text)) : button(messages.retry, retry),
              button(messages.discard, ask(id)),
            ]),
      ),
    );
  }

  return {
    refresh,
    views: (messages, locale, current) =>
      requests.filter(({ id }) => id !== current).map((request) => view(request, messages, locale)),
  };
}
