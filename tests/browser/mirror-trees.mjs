// Trees that change at random, and how a change of theirs is told (docs/semantics.md): as the
// module does, and as sparsely as the document allows.

const kContainers = ['group', 'group', 'list', 'toolbar', 'dialog'];
const kLeaves = [
  'heading',
  'text',
  'item',
  'button',
  'toggle',
  'checkbox',
  'radio',
  'radio',
  'slider',
  'date',
  'link',
  'status',
  'alert',
];
const kWords = ['', 'Mollet', 'Cuisse', 'Genou', 'Continuer', 'Pourquoi?'];
const kLinks = ['https://booking.example/one', 'tel:911', 'javascript:alert(1)'];
const kFewest = 12,
  kMost = 45;
const kFields = {
  toggle: ['on'],
  checkbox: ['on'],
  radio: ['on'],
  heading: ['level'],
  slider: ['value'],
  date: ['date'],
  link: ['href'],
  button: ['disabled', 'expanded', 'description'],
};

/** The same numbers for the same seed (mulberry32). */
export class Random {
  constructor(seed) {
    this.#state = seed;
  }
  #state;
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(n) {
    return Math.floor(this.next() * n);
  }
  chance(share) {
    return this.next() < share;
  }
  one(of) {
    return of[this.below(of.length)];
  }
}

/** A tree that changes in the ways below: branches { key, role, fields, box, children }. */
export class WanderingTree {
  static kWays = [
    'add',
    'remove',
    'rename',
    'scroll',
    'move',
    'shuffle',
    'wrap',
    'unwrap',
    'turnInsideOut',
    'become',
  ];
  #random;
  #made = 0;
  #root = { key: '', role: 'group', children: [] };

  constructor(random) {
    this.#random = random;
    while (this.#branches().length < kFewest) this.add();
  }

  /** Changes it, and says in which ways. */
  change() {
    const ways = Array.from({ length: this.#random.one([1, 1, 1, 2, 3, 4]) }, () =>
      this.#random.one(
        this.#branches().length > kMost ? ['remove', 'unwrap'] : WanderingTree.kWays,
      ),
    );
    for (const way of ways) this[way]();
    return ways;
  }

  /** What there is now: the nodes in document order, and their boxes by key. */
  now() {
    return {
      nodes: this.#nodes(),
      boxes: Object.fromEntries(this.#branches().map(({ key, box }) => [key, box])),
    };
  }

  // No group of radios has two that are chosen, and no toolbar stands in another.
  #nodes(below = this.#root, isInToolbar = false) {
    let hasChosen = false;
    return below.children.flatMap((branch) => {
      const node = {
        key: branch.key,
        parent: below.key,
        role: branch.role === 'toolbar' && isInToolbar ? 'group' : branch.role,
        ...branch.fields,
      };
      if (branch.role === 'radio') node.on &&= !hasChosen;
      if (branch.role === 'radio') hasChosen ||= node.on;
      if (branch.role === 'slider')
        Object.assign(node, { min: 0, max: 10, value_text: `${node.value} sur 10` });
      return [node, ...this.#nodes(branch, isInToolbar || branch.role === 'toolbar')];
    });
  }

  #branches(below = this.#root) {
    return below.children.flatMap((branch) => [branch, ...this.#branches(branch)]);
  }
  #parents() {
    return [this.#root, ...this.#branches().filter(({ role }) => kContainers.includes(role))];
  }
  #parentOf(branch) {
    return this.#parents().find(({ children }) => children.includes(branch));
  }
  #put(branch, parent) {
    parent.children.splice(this.#random.below(parent.children.length + 1), 0, branch);
  }
  #take(branch) {
    const { children } = this.#parentOf(branch);
    children.splice(children.indexOf(branch), 1);
    return branch;
  }
  #withChildren(least = 1) {
    return this.#parents()
      .slice(1)
      .filter(({ children }) => children.length >= least);
  }

  #value(field) {
    const values = {
      level: [2, 3],
      value: [1, 5, 10],
      date: ['2026-06-10', '2026-06-12', ''],
      href: kLinks,
      description: [undefined, 'Plus loin'],
      expanded: [undefined, true, false],
    };
    return this.#random.one(values[field] ?? [true, false]);
  }
  #fresh(role) {
    const branch = { key: `n${++this.#made}`, role, children: [] };
    // A dialog is named by its title; a group's title is a heading like others.
    if (role === 'dialog' || (role === 'group' && this.#random.chance(0.3)))
      branch.children.push({
        key: `${branch.key}.title`,
        role: 'heading',
        fields: { name: 'Titre', level: 2 },
        box: this.#box(),
        children: [],
      });
    this.#dress(branch);
    return branch;
  }
  #dress(branch) {
    branch.fields = { name: this.#random.one(kWords) };
    for (const field of kFields[branch.role] ?? []) branch.fields[field] = this.#value(field);
    branch.box ??= this.#box();
  }
  #box() {
    return this.#random.one([
      [0, 0, 0, 0],
      [10, 20, 200, 44],
      [10, 120, 200, 0],
      [900, 20, 50, 44],
      [this.#random.below(300), 40, 100, 44],
    ]);
  }

  add() {
    this.#put(
      this.#fresh(this.#random.one(this.#random.chance(0.3) ? kContainers : kLeaves)),
      this.#random.one(this.#parents()),
    );
  }
  remove() {
    if (this.#branches().length > kFewest) this.#take(this.#random.one(this.#branches()));
  }
  rename() {
    const branch = this.#random.one(this.#branches());
    branch.fields.name = this.#random.one(kWords);
    const fields = kFields[branch.role];
    if (!fields || branch.role === 'heading') return; // a heading's level makes it another element
    const field = this.#random.one(fields);
    branch.fields[field] = this.#value(field);
  }
  scroll() {
    for (const branch of this.#branches()) if (this.#random.chance(0.5)) branch.box = this.#box();
  }
  move() {
    const branch = this.#take(this.#random.one(this.#branches()));
    this.#put(branch, this.#random.one(this.#parents()));
  }
  shuffle() {
    const { children } = this.#random.one([this.#root, ...this.#withChildren(2)]);
    children.splice(
      0,
      children.length,
      ...children
        .map((child) => [this.#random.next(), child])
        .sort(([a], [b]) => a - b)
        .map(([, child]) => child),
    );
  }
  /** Neighbours go into a new container, as the areas under their parts of the body. */
  wrap() {
    const { children } = this.#random.one(this.#parents());
    const from = this.#random.below(children.length + 1),
      group = this.#fresh(this.#random.one(kContainers));
    group.children.push(...children.splice(from, this.#random.below(4), group));
  }
  /** A container goes and leaves what was in it. */
  unwrap() {
    const all = this.#withChildren();
    if (!all.length) return;
    const group = this.#random.one(all),
      { children } = this.#parentOf(group);
    children.splice(children.indexOf(group), 1, ...group.children);
  }
  /** A container and one inside of it change places. */
  turnInsideOut() {
    const pairs = this.#withChildren().flatMap((outer) =>
      outer.children
        .filter(({ role }) => kContainers.includes(role))
        .map((inner) => [outer, inner]),
    );
    if (!pairs.length) return;
    const [outer, inner] = this.#random.one(pairs),
      { children } = this.#parentOf(outer);
    this.#take(inner);
    children.splice(children.indexOf(outer), 1, inner);
    inner.children.push(outer);
  }
  become() {
    const branch = this.#random.one(this.#branches());
    branch.role = this.#random.one(
      branch.children.length || (kContainers.includes(branch.role) && this.#random.chance(0.5))
        ? kContainers
        : kLeaves,
    );
    this.#dress(branch);
  }
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const keysOf = (nodes) => nodes.map(({ key }) => key);

/**
 * What changed, as src/app/tree_json.cpp tells it: everything that went by name, an order only for
 * other keys, and with it all boxes.
 */
export function toldByModule(before, now) {
  const had = new Map(before.nodes.map((node) => [node.key, node])),
    has = new Set(keysOf(now.nodes));
  const diff = { bounds: {} };
  const isReordered = !same(keysOf(before.nodes), keysOf(now.nodes));
  if (!same(before.nodes, now.nodes)) {
    diff.remove = keysOf(before.nodes).filter((key) => !has.has(key));
    diff.upsert = now.nodes.filter((node) => !same(node, had.get(node.key)));
    if (isReordered) diff.order = keysOf(now.nodes);
  }
  for (const [key, box] of Object.entries(now.boxes))
    if (isReordered || !same(box, before.boxes[key])) diff.bounds[key] = box;
  return diff;
}

/**
 * The least that docs/semantics.md asks for: of what went the uppermost alone, and no box that is
 * as it was.
 */
export function toldSparsely(before, now) {
  const diff = toldByModule(before, now);
  const parents = new Map(before.nodes.map(({ key, parent }) => [key, parent])),
    gone = new Set(diff.remove);
  diff.remove = diff.remove?.filter((key) => !gone.has(parents.get(key)));
  for (const [key, box] of Object.entries(diff.bounds))
    if (same(box, before.boxes[key])) delete diff.bounds[key];
  for (const member of ['remove', 'upsert']) if (!diff[member]?.length) delete diff[member];
  return JSON.parse(JSON.stringify(diff));
}
