import type { Cell } from '../../../calculator/share/csv-text.ts';
import type { Worksheet } from '../../../calculator/worksheet.ts';
import { forecast, type Spread } from './forecast.ts';

const draw = ({ campaign }: Worksheet): Promise<Spread> =>
  // Somebody waits for the file: it is wanted to the end.
  forecast(() => true, campaign) as Promise<Spread>;

/** The range as it is saved: low, middle and high of each figure, and the chance of a loss, out of so many draws. */
export const savedRange = async (sheet: Worksheet): Promise<{ range: Spread }> => ({
  range: await draw(sheet),
});

/** The same as rows of a table: the middle, from the low to the high. */
export async function rangeRows(sheet: Worksheet): Promise<Cell[][]> {
  const { profit, roiMargin } = await draw(sheet);
  const { figures, definitions } = sheet.texts('calculator');
  const { title } = sheet.texts('planner').forecast;
  return Object.entries({ [figures.profit]: profit, [definitions.margin]: roiMargin }).flatMap(
    ([name, spread]): Cell[][] =>
      spread ? [[title, `${name} (P10, P50, P90)`, '', spread.p50, spread.p10, spread.p90]] : [],
  );
}
