import pixelmatch from 'pixelmatch';
import UPNG from 'upng-js';

// How far a pixel's colour may be off before it counts (0 to 1, pixelmatch's measure of what is
// perceived); an edge that is only smoothed in another way does not count.
const kThreshold = 0.1;
const kColours = 64;

function decode(png) {
  const { width, height, ...image } = UPNG.decode(png);
  return { width, height, pixels: new Uint8Array(UPNG.toRGBA8({ width, height, ...image })[0]) };
}

/**
 * @returns {{ share: number, diff: Buffer | null }} the share of pixels that differ, and a picture
 *   of them
 */
export function compare(golden, taken) {
  const a = decode(golden),
    b = decode(taken),
    { width, height } = a;
  if (width !== b.width || height !== b.height) return { share: 1, diff: null };
  const diff = new Uint8Array(width * height * 4);
  const count = pixelmatch(a.pixels, b.pixels, diff, width, height, { threshold: kThreshold });
  return {
    share: count / (width * height),
    diff: count ? Buffer.from(UPNG.encode([diff.buffer], width, height, 0)) : null,
  };
}

/** Its left top. */
export function crop(png, width, height) {
  const { width: whole, pixels } = decode(png),
    part = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++)
    part.set(pixels.subarray(row * whole * 4, (row * whole + width) * 4), row * width * 4);
  return Buffer.from(UPNG.encode([part.buffer], width, height, 0));
}

/**
 * The same picture in 64 colours: a quarter of the bytes, and no pixel that counts as another one.
 */
export function pack(png) {
  const { width, height, pixels } = decode(png);
  return Buffer.from(UPNG.encode([pixels.buffer], width, height, kColours));
}
