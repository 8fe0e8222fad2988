// How different two pictures of the same size look, as tests/body/picture_difference.cpp says it:
// averaged over 3 x 3 pixels and compared in OKLab, where 0.02 is about the least that can be seen
// side by side.

// Another driver rounds and filters a little differently.
export const kMeanAllowed = 0.004,
  kShareAllowed = 0.002;

const linear = Float64Array.from({ length: 256 }, (_, i) =>
  i / 255 <= 0.04045 ? i / 255 / 12.92 : ((i / 255 + 0.055) / 1.055) ** 2.4,
);

function lab({ width, height, channels, pixels }) {
  const out = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const r = linear[pixels[i * channels]],
      g = linear[pixels[i * channels + 1]],
      b = linear[pixels[i * channels + 2]];
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    out[i * 3] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    out[i * 3 + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    out[i * 3 + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  }
  return out;
}

// The mean of three neighbours along a row or a column; the edge stands for what lies beyond it.
function averaged(from, width, height, dx, dy) {
  const out = new Float32Array(from.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const before = Math.max(y - dy, 0) * width + Math.max(x - dx, 0),
        at = y * width + x,
        next = Math.min(y + dy, height - 1) * width + Math.min(x + dx, width - 1);
      for (let c = 0; c < 3; c++)
        out[at * 3 + c] = (from[before * 3 + c] + from[at * 3 + c] + from[next * 3 + c]) / 3;
    }
  return out;
}

/**
 * @param {{ width: number, height: number, channels: number, pixels: Uint8Array }} a
 * @returns {{ mean: number, share: number }} share: of the pixels that differ by more than 0.03
 */
export function difference(a, b) {
  const { width, height } = a;
  const [p, q] = [a, b].map((picture) =>
    averaged(averaged(lab(picture), width, height, 1, 0), width, height, 0, 1),
  );
  let sum = 0,
    seen = 0;
  for (let i = 0; i < p.length; i += 3) {
    const d = Math.hypot(p[i] - q[i], p[i + 1] - q[i + 1], p[i + 2] - q[i + 2]);
    sum += d;
    seen += d > 0.03;
  }
  return { mean: sum / (width * height), share: seen / (width * height) };
}
