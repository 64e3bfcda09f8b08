import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { comparePictures } from '../../../scripts/compare-pictures.ts';

const white = [255, 255, 255, 255];
const blue = [0, 0, 255, 255];

/** A picture of so many rows and columns of one colour, but for some pixels. */
function picture(width: number, height: number, others: Record<string, readonly number[]> = {}): Buffer {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) png.data.set(others[`${x},${y}`] ?? white, (y * width + x) * 4);
  return PNG.sync.write(png);
}

const pixel = (buffer: Buffer, x: number, y: number) => {
  const { data, width } = PNG.sync.read(buffer);
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
};

test('two pictures of the same do not differ', () => {
  expect(comparePictures(picture(4, 3), picture(4, 3))).toEqual({
    differing: 0,
    share: 0,
    picture: null,
    sizes: ['4 × 3', '4 × 3'],
  });
});

test('the pixels that differ are counted, and drawn in red', () => {
  const found = comparePictures(picture(4, 5), picture(4, 5, { '1,2': blue, '3,0': blue }));
  expect(found).toMatchObject({ differing: 2, share: 0.1 });
  expect(pixel(found.picture!, 1, 2)).toEqual([255, 0, 0, 255]);
  expect(pixel(found.picture!, 3, 0)).toEqual([255, 0, 0, 255]);
  expect(pixel(found.picture!, 0, 0)).not.toEqual([255, 0, 0, 255]);
});

test('what the eye would overlook counts, too', () => {
  const nearlyWhite = [255, 255, 254, 255];
  expect(comparePictures(picture(4, 3), picture(4, 3, { '0,0': nearlyWhite })).differing).toBe(1);
});

test.each([
  ['lower', picture(4, 3), picture(4, 5), ['4 × 3', '4 × 5'], 8],
  ['wider', picture(5, 3), picture(4, 3), ['5 × 3', '4 × 3'], 3],
] as const)('of one that is %s, what the other lacks differs', (_, before, after, sizes, differing) => {
  expect(comparePictures(before, after)).toMatchObject({ sizes, differing });
});
