import zlib from 'node:zlib';

// The pixels of a PNG of 8 bits a channel, RGB or RGBA, not interlaced: what the desktop program
// writes.
export function decodePng(bytes) {
  if (bytes.readUInt32BE(0) !== 0x89504e47) throw new Error('no PNG');
  const width = bytes.readUInt32BE(16),
    height = bytes.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[bytes[25]];
  if (bytes[24] !== 8 || !channels || bytes[28] !== 0)
    throw new Error('not 8 bits of RGB or RGBA in one pass');
  const data = [];
  for (let at = 8; at < bytes.length;) {
    const size = bytes.readUInt32BE(at),
      kind = bytes.toString('latin1', at + 4, at + 8);
    if (kind === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + size));
    at += 12 + size;
  }
  const raw = zlib.inflateSync(Buffer.concat(data)),
    row = width * channels;
  if (raw.length !== (row + 1) * height) throw new Error('rows are missing');
  const pixels = Buffer.alloc(row * height);
  const paeth = (a, b, c) => {
    const p = a + b - c,
      pa = Math.abs(p - a),
      pb = Math.abs(p - b),
      pc = Math.abs(p - c);
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
  };
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; ++x) {
      const here = y * row + x;
      const a = x < channels ? 0 : pixels[here - channels],
        b = y === 0 ? 0 : pixels[here - row];
      const c = x < channels || y === 0 ? 0 : pixels[here - row - channels];
      const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter];
      pixels[here] = (raw[y * (row + 1) + 1 + x] + guess) & 255;
    }
  }
  return { width, height, channels, pixels };
}

// How often each colour stands in the picture: 0xRRGGBB to a count.
export function colours({ channels, pixels }) {
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += channels) {
    const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}
