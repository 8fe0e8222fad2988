// SVG path data to closed polygons.

const kArguments = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 };

// The flags of an arc may stand without separators ("a.84.83 51.1 01-.9-.1"): an arc is read by
// position.
function readArguments(command, text) {
  const number = /\s*,?\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y;
  const flag = /\s*,?\s*([01])/y;
  const values = [];
  for (let at = 0; ;) {
    const isFlag = command === 'A' && (values.length % 7 === 3 || values.length % 7 === 4);
    const pattern = isFlag ? flag : number;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) {
      if (text.slice(at).trim() !== '')
        throw new Error(`path data: cannot read "${text.slice(at, at + 20)}"`);
      return values;
    }
    values.push(Number(match[1]));
    at = pattern.lastIndex;
  }
}

function arcPoints([x1, y1], rx, ry, degrees, large, sweep, [x2, y2], steps) {
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) return [[x2, y2]];
  rx = Math.abs(rx);
  ry = Math.abs(ry);
  const phi = (degrees * Math.PI) / 180;
  const c = Math.cos(phi),
    s = Math.sin(phi);
  const dx = (x1 - x2) / 2,
    dy = (y1 - y2) / 2;
  const px = c * dx + s * dy,
    py = -s * dx + c * dy;
  const stretch = (px * px) / (rx * rx) + (py * py) / (ry * ry);
  if (stretch > 1) {
    rx *= Math.sqrt(stretch);
    ry *= Math.sqrt(stretch);
  }
  const rest = rx * rx * ry * ry - rx * rx * py * py - ry * ry * px * px;
  let q = Math.sqrt(Math.max(0, rest / (rx * rx * py * py + ry * ry * px * px)));
  if (large === sweep) q = -q;
  const qx = (q * rx * py) / ry,
    qy = (-q * ry * px) / rx;
  const cx = c * qx - s * qy + (x1 + x2) / 2,
    cy = s * qx + c * qy + (y1 + y2) / 2;
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let turn = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - from;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  return Array.from({ length: steps }, (_, i) => {
    const a = from + (turn * (i + 1)) / steps;
    return [
      cx + rx * Math.cos(a) * c - ry * Math.sin(a) * s,
      cy + rx * Math.cos(a) * s + ry * Math.sin(a) * c,
    ];
  });
}

// Gives the closed polygons of path data `d` as arrays of [x, y]; curves are cut into `steps`
// chords. Throws on data it cannot read.
export function flatten(d, steps = 12) {
  const pen = new Pen(steps);
  const kCommands = /([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)/g;
  for (const [, letter, text] of d.matchAll(kCommands)) {
    const command = letter.toUpperCase();
    if (command === 'Z') {
      pen.closePath();
      continue;
    }
    const values = readArguments(command, text);
    const count = kArguments[command];
    if (values.length === 0 || values.length % count !== 0)
      throw new Error(`path data: ${letter} has ${values.length} numbers`);
    for (let i = 0; i < values.length; i += count)
      pen.draw(command, values.slice(i, i + count), letter !== command, i === 0);
  }
  pen.close();
  return pen.polygons;
}

class Pen {
  polygons = [];
  #steps;
  #current = null;
  #at = [0, 0];
  #start = [0, 0];
  #control = null;
  #previous = '';

  constructor(steps) {
    this.#steps = steps;
  }

  close() {
    if (this.#current && this.#current.length > 2) this.polygons.push(this.#current);
    this.#current = null;
  }

  closePath() {
    this.close();
    this.#at = this.#start;
    this.#previous = 'Z';
  }

  // One command with its numbers `v`; `isFirst`: no repetition of the one before.
  draw(command, v, isRelative, isFirst) {
    const [ox, oy] = isRelative ? this.#at : [0, 0];
    const point = (k) => [v[k] + ox, v[k + 1] + oy];
    if (command === 'M' && isFirst) {
      this.close();
      this.#at = point(0);
    }
    if (!this.#current) {
      this.#current = [this.#at];
      this.#start = this.#at;
    }
    if (command === 'L' || (command === 'M' && !isFirst)) this.#go([point(0)]);
    else if (command === 'H') this.#go([[v[0] + ox, this.#at[1]]]);
    else if (command === 'V') this.#go([[this.#at[0], v[0] + oy]]);
    else if (command === 'A') {
      const [large, sweep] = [v[3] === 1, v[4] === 1];
      const points = arcPoints(this.#at, v[0], v[1], v[2], large, sweep, point(5), this.#steps);
      this.#go(points, point(5));
    } else if (command !== 'M') this.#curve(command, point);
    this.#previous = command;
  }

  // Through the points, to `end`, which the last of them may miss by a rounding.
  #go(points, end = points.at(-1)) {
    this.#current.push(...points);
    this.#at = end;
  }

  #curve(command, point) {
    const at = this.#at;
    const cubic = command === 'C' || command === 'S';
    const hasFirst = command === 'C' || command === 'Q';
    const first = hasFirst ? point(0) : this.#reflected(cubic ? 'CS' : 'QT');
    const second = cubic ? point(hasFirst ? 2 : 0) : first;
    const end = point(kArguments[command] - 2);
    const points = Array.from({ length: this.#steps }, (_, k) => {
      const t = (k + 1) / this.#steps;
      const u = 1 - t;
      const w = cubic
        ? [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
        : [u * u, u * t, u * t, t * t];
      return [0, 1].map((j) => w[0] * at[j] + w[1] * first[j] + w[2] * second[j] + w[3] * end[j]);
    });
    this.#control = second;
    this.#go(points, end);
  }

  // The control point of a curve that goes on from the one before it, of its own family.
  #reflected(family) {
    const [x, y] = this.#at;
    if (!this.#control || !family.includes(this.#previous)) return this.#at;
    return [2 * x - this.#control[0], 2 * y - this.#control[1]];
  }
}
