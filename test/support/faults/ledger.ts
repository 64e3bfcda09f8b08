import type { Receipt } from '../../../src/delivery/receipt.ts';
import type { Received } from '../faulty-receiver.ts';

const isSent = (status: Receipt['status']) => /^(accepted|handed-over)$/.test(status);
const isPromised = (status: Receipt['status']) =>
  isSent(status) || /^(queued|rejected|interrupted)$/.test(status);

/** What the visitor was told of each lead, held against what the receivers have. */
export class Ledger {
  /** Each lead that the visitor pressed the button for. */
  readonly pressed = new Set<string>();
  readonly wrong: string[] = [];
  /** How often something was said. */
  statements = 0;
  private readonly promised = new Set<string>();
  private readonly forgotten = new Set<string>();
  private readonly received: () => readonly Received[];

  constructor(received: () => readonly Received[]) {
    this.received = received;
  }

  say(id: string, { status }: Receipt): void {
    this.statements++;
    if (isPromised(status)) this.promised.add(id);
    if (isSent(status) && !this.keptBodies(id).size)
      this.wrong.push(`${id} was called ${status}, and is not there`);
  }

  /** The visitor has thrown away what was saved: nobody owes it to them any more. */
  forget(id: string): void {
    this.promised.delete(id);
    this.pressed.delete(id);
    this.forgotten.add(id);
  }

  /** At the end. @param waiting ids that the visitor's browser still holds */
  close(waiting: readonly string[]): void {
    for (const id of this.pressed) {
      const isThere = this.keptBodies(id).size > 0 || waiting.includes(id);
      if (this.promised.has(id) && !isThere) this.wrong.push(`${id} was called sent or saved, and is lost`);
      if (this.bodies(id).size > 1) this.wrong.push(`${id} has ${this.bodies(id).size} bodies`);
    }
    for (const { body, isWhole } of this.received()) {
      const id = isWhole && JSON.parse(body).id;
      if (id && !this.pressed.has(id) && !this.forgotten.has(id)) this.wrong.push(`nobody asked for ${body}`);
    }
  }

  /** Leads that a receiver has, in the order in which they came. */
  kept(): string[] {
    return this.received()
      .filter(({ isKept }) => isKept)
      .map(({ body }) => JSON.parse(body).id as string);
  }

  private keptBodies(id: string): Set<string> {
    return this.bodies(id, ({ isKept }) => isKept);
  }

  private bodies(id: string, which: (received: Received) => boolean = ({ isWhole }) => isWhole): Set<string> {
    const those = this.received().filter(
      (received) => which(received) && JSON.parse(received.body).id === id,
    );
    return new Set(those.map(({ body }) => body));
  }
}
