import { fetchTransport } from '../../delivery/fetch-transport.ts';
import { envelopeOf } from '../../lead/envelope.ts';
import type { LeadForm } from './lead-form.ts';

/**
 * Sends a lead marked `test: true` to each receiver of each form on the page, past the outbox, and says in one line
 * each what came back.
 */
export async function sendTest(root: ParentNode = document): Promise<string> {
  const forms = [...root.querySelectorAll<LeadForm>('lead-form')];
  const lines = await Promise.all(
    forms.map(async (form) => {
      await form.updateComplete;
      if (!form.receivers.length) return 'no http(s) endpoint';
      const envelope = envelopeOf(
        {
          source: form.findSource(),
          profile: { email: 'test@example.com', name: 'unisono.sendTest()' },
          consents: [],
          spam: { signals: [], quarantine: false },
        },
        { scoring: null },
      );
      const outcomes = form.receivers.map(async (destination) => {
        const outcome = await fetchTransport()({ ...envelope, test: true }, destination);
        // What came back, part by part: accepted; handed-over; failed network; rejected refused 422 No such list.
        return [destination.url, ...Object.values(outcome)].join(' ');
      });
      return (await Promise.all(outcomes)).join('\n');
    }),
  );
  const report = lines.join('\n') || 'no <lead-form> on this page';
  console.info(`[unisono] ${report}`);
  return report;
}
