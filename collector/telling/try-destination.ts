import type { Desk } from '../desk.ts';
import { heldDestination, putTestDown } from './change-destination.ts';
import { createMailer } from './mailer.ts';
import { sendMessage } from './send-message.ts';
import { settleMessage } from './settle-message.ts';

/**
 * Sends a test to a destination at once, so that whoever pressed the button reads the receiver's answer. It is a message
 * as every other, and is not tried again by itself.
 * @param tester the account whose address the test is about
 * @returns the message that says what came of it; `null` if there is no such destination
 */
export async function tryDestination(desk: Desk, id: number, tester: number): Promise<number | null> {
  const { store, settings, now, log, closing } = desk;
  const claimed = await store.change(async (change) => {
    const destination = await heldDestination(change, store.kind, id);
    return destination
      ? { destination, message: await putTestDown(change, destination, tester, now()) }
      : null;
  });
  if (!claimed) return null;
  const sending = await sendMessage(claimed, { desk, mailer: createMailer(settings), ending: closing });
  const settled = sending.result === 'failed' ? { ...sending, isFinal: true } : sending;
  await settleMessage(store, claimed, settled, now());
  log({
    event: 'message',
    channel: claimed.message.channel,
    tells: 'test',
    tries: 1,
    result: sending.result,
    ...('trouble' in sending && { trouble: sending.trouble }),
  });
  return claimed.message.id;
}
