import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How two pictures differ. */
export interface Comparison {
  /** Pixels that are not alike. Where one picture is larger, all that it has beyond the other. */
  differing: number;
  /** The same as a fraction of all of them. */
  share: number;
  /** A PNG that shows in red where they differ; null where they do not. */
  picture: Buffer | null;
  /** Width and height of each, such as `390 × 1200`. */
  sizes: readonly [before: string, after: string];
}

/** Compares two PNGs pixel by pixel. No difference is too small to count. */
export function comparePictures(before: Buffer, after: Buffer): Comparison {
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(after)];
  const width = Math.max(one.width, other.width);
  const height = Math.max(one.height, other.height);
  const shown = new PNG({ width, height });
  const differing = pixelmatch(
    laidOut(one, width, height),
    laidOut(other, width, height),
    shown.data,
    width,
    height,
    // As they stand: neither what the eye may overlook nor the soft edges of letters are left out.
    { threshold: 0, includeAA: true },
  );
  return {
    differing,
    share: differing / (width * height),
    picture: differing ? PNG.sync.write(shown) : null,
    sizes: [sizeOf(one), sizeOf(other)],
  };
}

const sizeOf = ({ width, height }: PNG) => `${width} × ${height}`;

/** The pixels of a picture on a sheet of another size, from the top left; what is not covered is transparent. */
function laidOut(picture: PNG, width: number, height: number): Buffer {
  if (picture.width === width && picture.height === height) return picture.data;
  const sheet = new PNG({ width, height });
  PNG.bitblt(picture, sheet, 0, 0, picture.width, picture.height, 0, 0);
  return sheet.data;
}
