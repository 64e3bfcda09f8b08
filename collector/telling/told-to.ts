import type { Queries } from '../store/store.ts';
import type { ReceiverName } from '../store/tables.ts';

/** What a destination has been told of somebody, and what is still to go out. */
export interface ToldTo {
  destination: number;
  receiver: ReceiverName;
  /** ISO 8601; `null`: nothing has reached it yet. */
  lastAt: string | null;
  /** The number or name under which it has them; `''` where it gave none. */
  theirId: string;
  waiting: number;
  failed: number;
  /** Why the latest of those has not gone through; `''` where none was tried. */
  error: string;
}

/** Every destination that was told of somebody, or is to be, in the order they were added. */
export async function toldTo(read: Queries, person: number): Promise<ToldTo[]> {
  const [receipts, open] = await Promise.all([
    read
      .selectFrom('receipts')
      .innerJoin('destinations', 'destinations.id', 'receipts.destination_id')
      .select(['destinations.id', 'destinations.receiver', 'receipts.last_at', 'receipts.their_id'])
      .where('receipts.person_id', '=', person)
      .execute(),
    read
      .selectFrom('messages')
      .innerJoin('destinations', 'destinations.id', 'messages.destination_id')
      .select(['messages.id as message', 'destinations.id', 'destinations.receiver'])
      .select(['messages.status', 'messages.error'])
      .where('messages.person_id', '=', person)
      .where('messages.status', 'in', ['waiting', 'failed'])
      .execute(),
  ]);
  const found = new Map<number, ToldTo>();
  const of = ({ id, receiver }: { id: number; receiver: ReceiverName }): ToldTo => {
    const known = found.get(id) ?? {
      destination: id,
      receiver,
      lastAt: null,
      theirId: '',
      waiting: 0,
      failed: 0,
      error: '',
    };
    found.set(id, known);
    return known;
  };
  for (const receipt of receipts)
    Object.assign(of(receipt), { lastAt: receipt.last_at, theirId: receipt.their_id });
  // Few rows, and sorted here: the database would look for an order in all of them.
  for (const row of open.sort((a, b) => a.message - b.message)) {
    const known = of(row);
    known[row.status as 'waiting' | 'failed']++;
    known.error = row.error || known.error;
  }
  return [...found.values()].sort((a, b) => a.destination - b.destination);
}
