import { randomUUID } from 'node:crypto';
import { type Envelope, profileOf } from 'unisono/schema';
import { plainText } from '../plain-text.ts';

export const isPostedForm = (request: Request): boolean =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? '');

/** What stands where the name of a form does. */
export const postedForm = 'html';

const isBox = (name: string) => /^(consent|objection)\./.test(name);

/** The page's address without query and fragment; `''` if the browser does not say. */
function pageOf(referrer: string | null): string {
  if (!referrer || !URL.canParse(referrer)) return '';
  const { origin, pathname, protocol } = new URL(referrer);
  return protocol.startsWith('http') ? origin + pathname : '';
}

/**
 * The lead of an owner's form that a browser posted without our script: no JavaScript, or not yet. The words beside a
 * box do not travel with it, so a ticked box proves no consent; an objection needs no proof.
 * @param body form-encoded
 */
export function postedLead(body: Uint8Array, { headers }: Request, now = new Date()): Envelope {
  const posted = new URLSearchParams(Buffer.from(body).toString());
  const said = [...new Set(posted.keys())]
    .filter((name) => !isBox(name))
    .map((name) => {
      const values = posted
        .getAll(name)
        .map((value) => plainText(value).trim())
        .filter(Boolean);
      return { name, label: name, values, isList: values.length > 1 };
    });
  const at = now.toISOString();
  return {
    version: 1,
    id: randomUUID(),
    createdAt: at,
    source: {
      form: postedForm,
      page: pageOf(headers.get('referer')),
      title: '',
      locale: languageOf(headers.get('accept-language')),
    },
    profile: profileOf(said),
    consents: posted.has('objection.scoring')
      ? [{ purpose: 'scoring', granted: false, text: '', version: '', at }]
      : [],
    spam: { signals: [], quarantine: false },
  };
}

const languageOf = (accepted: string | null) => (/^\s*it\b/i.test(accepted ?? '') ? 'it' : 'en');

const words = {
  en: ['Thank you', 'Your request has arrived. We will be in touch.', 'Back to the page'],
  it: ['Grazie', 'La tua richiesta è arrivata. Ti rispondiamo presto.', 'Torna alla pagina'],
};
const refused = {
  en: [
    'Not sent',
    'An e-mail address is missing, or something is too long. Go back: nothing you wrote is lost.',
    'Back to the page',
  ],
  it: [
    'Non inviata',
    'Manca un indirizzo e-mail, o qualcosa è troppo lungo. Torna indietro: non hai perso nulla.',
    'Torna alla pagina',
  ],
};

const later = {
  en: [
    'Not sent yet',
    'We cannot take it at this moment. Wait a minute, go back and send it again: nothing you wrote is lost.',
    'Back to the page',
  ],
  it: [
    'Non ancora inviata',
    'In questo momento non possiamo riceverla. Aspetta un minuto, torna indietro e invia di nuovo: quello che hai scritto è ancora lì.',
    'Torna alla pagina',
  ],
};

const answers = { taken: words, refused, later };

/** What somebody reads after such a form. Nothing of what they wrote is in it. */
export function answerPage(request: Request, answer: keyof typeof answers): string {
  const language = languageOf(request.headers.get('accept-language'));
  const [title, text, back] = answers[answer][language];
  const page = pageOf(request.headers.get('referer'));
  const link = page ? `<p><a href="${page.replaceAll('"', '%22')}">${back}</a></p>` : '';
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><main><h1>${title}</h1><p>${text}</p>${link}</main></html>`;
}
