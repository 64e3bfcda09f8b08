interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets what arrives at the same time be kept together: while one group is on its way to the disk, the next one gathers.
 * So many senders wait for one disk, and each is answered when it has what they sent.
 * @param keep keeps a group, as a whole or not at all, and gives a result for each of it
 * @param isAway whether a failure is the disk's and not of what was to be kept: then nobody is made to wait for it again.
 *   Otherwise each of the group is kept alone, so that one which cannot be kept harms nobody but itself
 * @param most how many there may be in a group
 */
export function groupCommit<T, R>(
  keep: (group: T[]) => Promise<R[]>,
  isAway: (error: unknown) => boolean,
  most = 200,
): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let isKeeping = false;

  async function keepGroup(group: Waiting<T, R>[]): Promise<void> {
    try {
      const results = await keep(group.map(({ item }) => item));
      for (const [at, { resolve }] of group.entries()) resolve(results[at]!);
    } catch (error) {
      if (isAway(error)) for (const { reject } of [...group, ...waiting.splice(0)]) reject(error);
      else if (group.length === 1) group[0]!.reject(error);
      else for (const one of group) await keepGroup([one]);
    }
  }

  async function keepAll(): Promise<void> {
    isKeeping = true;
    // What has arrived in this turn comes along.
    await new Promise(setImmediate);
    while (waiting.length > 0) await keepGroup(waiting.splice(0, most));
    isKeeping = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isKeeping) void keepAll();
    });
}
