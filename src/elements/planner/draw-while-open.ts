/** The same inputs give the same answer. */
export const seed = 1;

/** Milliseconds without a change before it is worth drawing again. */
const pause = 200;

/** What draws give, as far as it is known. */
export interface Drawn<Result> {
  /** Of what is asked, or of what was asked before it while this is being drawn. */
  result: Result | null;
  isSettled: boolean;
}

/**
 * Draws while somebody looks, and anew when what is asked changes.
 * @param isOpen asked before each slice
 * @param update called when there is something to show
 * @param draw answers null when it was no longer wanted
 */
export function drawWhileOpen<Asked extends readonly unknown[], Result>(
  isOpen: () => boolean,
  update: () => void,
  draw: (isWanted: () => boolean, ...asked: Asked) => Promise<Result | null>,
): (key: unknown, ...asked: Asked) => Drawn<Result> {
  let drawing = '';
  let drawn: Drawn<Result> = { result: null, isSettled: false };
  let timer: ReturnType<typeof setTimeout>;

  async function run(key: string, asked: Asked): Promise<void> {
    const result = await draw(() => isOpen() && drawing === key, ...asked);
    if (drawing !== key) return;
    // Closed before the end: the next look begins anew.
    if (result === null) drawing = '';
    else {
      drawn = { result, isSettled: true };
      update();
    }
  }

  return (what, ...asked) => {
    const key = JSON.stringify(what);
    if (key === drawing) return drawn;
    drawing = key;
    clearTimeout(timer);
    drawn = { result: drawn.result, isSettled: false };
    timer = setTimeout(run, drawn.result ? pause : 0, key, asked);
    return drawn;
  };
}
