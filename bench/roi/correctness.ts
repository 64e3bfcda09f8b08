import vectors from '../../test/unit/roi/roi-vectors.json' with { type: 'json' };
import { answers } from '../../test/unit/roi/vector-answers.ts';
import { markdownTable } from './markdown-table.ts';
import { type Answer, peers } from './peers.ts';

/** How one library does on one published example. */
interface Verdict {
  right: boolean;
  text: string;
}

type Vector = (typeof vectors)[number];

/** Every published example, ours and each peer's answer against it; and who was right how often. */
export function correctness(): { table: string; wrongWherePeerIsRight: string[] } {
  const asked = { unisono: answers, ...peers };
  const names = Object.keys(asked);
  const verdicts = vectors.map((vector) =>
    names.map((name) => verdictOn(vector, asked[name as keyof typeof asked])),
  );
  const rows = vectors.flatMap((vector, row) => {
    const cells = verdicts[row]!;
    // Where no peer can be asked, one line at the end says so for all.
    const comparable = cells.slice(1).some((cell) => cell.text !== 'cannot');
    return comparable || !cells[0]!.right
      ? [[vector.id, expected(vector), ...cells.map(({ text }) => text)]]
      : [];
  });
  const others = vectors.length - rows.length;
  rows.push([
    `${others} examples of campaigns, funnels, ratios and customers`,
    '',
    'right',
    ...names.slice(1).map(() => 'cannot'),
  ]);
  rows.push([
    '**right, of all**',
    String(vectors.length),
    ...names.map((_, i) => `**${verdicts.filter((row) => row[i]!.right).length}**`),
  ]);
  return {
    table: markdownTable(['example', 'expected', ...names], rows),
    wrongWherePeerIsRight: vectors
      .filter((_, row) => {
        const [ours, ...theirs] = verdicts[row]!;
        return !ours!.right && theirs.some(({ right }) => right);
      })
      .map(({ id }) => id),
  };
}

const expected = (vector: Vector): string => Object.values(vector.expected).flat().join(', ');

function verdictOn(vector: Vector, asks: Record<string, (inputs: never) => Answer>): Verdict {
  const ask = asks[vector.kind];
  if (!ask) return { right: false, text: 'cannot' };
  try {
    const answer = ask(vector.inputs as never);
    const pairs = Object.entries(vector.expected).map(
      ([name, value]) => [[answer[name]].flat(), [value].flat()] as const,
    );
    const right = pairs.every(([ours, wanted]) => {
      return (
        ours.length === wanted.length &&
        wanted.every((each, i) => Math.abs(Number(ours[i]) - each) <= vector.tolerance)
      );
    });
    const [said] = pairs[0]!;
    return {
      right,
      text: right
        ? 'right'
        : `${said.map((each) => (typeof each === 'number' ? Number(each.toPrecision(6)) : each)).join(', ')}`,
    };
  } catch (error) {
    return { right: false, text: `throws: ${(error as Error).message}` };
  }
}
