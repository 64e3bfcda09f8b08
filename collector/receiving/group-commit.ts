interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets what arrives at the same time be kept together: while one group is on its way to the disk, the next one gathers.
 * So many senders wait for one disk, and each is answered when it has what they sent.
 * @param keep keeps a group, as a whole or not at all, and gives a result for each of it
 * @param most how many there may be in a group
 */
export function groupCommit<T, R>(keep: (group: T[]) => Promise<R[]>, most = 200): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let isKeeping = false;

  async function keepAll(): Promise<void> {
    isKeeping = true;
    // What has arrived in this turn comes along.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      try {
        const results = await keep(group.map(({ item }) => item));
        for (const [at, { resolve }] of group.entries()) resolve(results[at]!);
      } catch (error) {
        // Who came meanwhile has waited for the same disk, and is not made to wait for it again.
        for (const { reject } of [...group, ...waiting.splice(0)]) reject(error);
      }
    }
    isKeeping = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isKeeping) void keepAll();
    });
}
