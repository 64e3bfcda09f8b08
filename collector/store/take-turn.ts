import type { Change } from './store.ts';

/**
 * Takes the turn to do something that one of several processes is to do: whoever comes first has it, and nobody else
 * until it has ended. It goes with nobody: of a process that was killed, the turn ends all the same.
 * @param milliseconds until the next one may be taken
 */
export async function takeTurn(
  change: Change,
  name: string,
  now: Date,
  milliseconds: number,
): Promise<boolean> {
  const until = JSON.stringify(new Date(now.getTime() + milliseconds).toISOString());
  const taken = await change
    .insertInto('settings')
    .values({ name: `turn.${name}`, value: until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ value: until })
        .where('settings.value', '<=', JSON.stringify(now.toISOString())),
    )
    .returning('name')
    .execute();
  return taken.length > 0;
}
