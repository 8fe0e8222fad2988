// Stands in for the WebAssembly module where a test is about the page's side of the C ABI alone: a
// sheet of two regions, a slider, a status and a booking link, drawn as plain rectangles.
// `globalThis.fakeModules` holds every instance, for tests to look into.

const kBoxes = {
  'region.calf_l': [40, 300, 60, 100],
  'region.calf_r': [140, 300, 60, 100],
  'region.chest': [0, 0, 0, 0],
};
const kNames = {
  fr: {
    'region.calf_l': 'Haut du mollet, à gauche',
    'region.calf_r': 'Haut du mollet, à droite',
    'region.chest': 'Poitrine',
    title: 'Où avez-vous mal?',
    figure: 'Silhouette',
    status: 'Une zone',
    book: 'Réserver avec Maison Laurier',
    slider: 'Haut du mollet, à gauche : intensité',
  },
  en: {
    'region.calf_l': 'Upper calf, left',
    'region.calf_r': 'Upper calf, right',
    'region.chest': 'Chest',
    title: 'Where does it hurt?',
    figure: 'Figure',
    status: 'One area',
    book: 'Book with Maison Laurier',
    slider: 'Upper calf, left: intensity',
  },
};

class FakeModule {
  HEAPU8 = new Uint8Array(1 << 20);
  log = [];
  frames = 0;
  files = {};
  marks = {};
  language = 'fr';
  timerMs = -1;
  #events = [];
  #sent = new Map();
  #canvas;
  #focus;
  #dirty = true;

  constructor({ canvas }) {
    this.#canvas = canvas;
    for (const name of Object.getOwnPropertyNames(FakeModule.prototype))
      if (name.startsWith('_advisor')) this[name] = this[name].bind(this);
  }

  _advisor_buffer(size) {
    return size > this.HEAPU8.length / 2 ? 0 : 16;
  }
  _advisor_put(file, size) {
    this.files[file] = this.HEAPU8.slice(16, 16 + size);
  }
  _advisor_open_first() {
    this.language = new TextDecoder().decode(this.files[6]).slice(0, 2);
    return 0;
  }
  _advisor_open() {
    const words = JSON.parse(new TextDecoder().decode(this.files[1]));
    if (this.files[2].length < 3)
      return this.#text(
        '{"file":"site.json","pointer":"/name","expected":"a name","found":"nothing"}',
      );
    this.language = words.language;
    this.#dirty = true;
    return 0;
  }
  _advisor_advise(size) {
    const intake = JSON.parse(this.#argument(size));
    return this.#text(
      JSON.stringify(
        intake.version === 1
          ? { version: 1, language: this.language }
          : { error: { pointer: '/version', message: 'expected 1' } },
      ),
    );
  }
  _advisor_intake() {
    return this.#text(
      JSON.stringify({
        version: 1,
        now: this.now,
        marks: Object.entries(this.marks).map(([region, intensity]) => ({ region, intensity })),
      }),
    );
  }
  _advisor_advice() {
    return this.#text(Object.keys(this.marks).length ? '{"version":1}' : 'null');
  }
  _advisor_set_intake(size) {
    const intake = JSON.parse(this.#argument(size));
    if (!Array.isArray(intake.marks))
      return this.#text('{"error":{"pointer":"/marks","message":"expected an array"}}');
    this.marks = Object.fromEntries(
      intake.marks.map(({ region, intensity }) => [region, intensity]),
    );
    this.#changed();
    return 0;
  }
  _advisor_reset() {
    this.marks = {};
    this.#changed();
  }
  _advisor_now(size) {
    this.now = this.#argument(size);
  }
  _advisor_start(width, height, density) {
    if (globalThis.fakeWithoutWebGL) return 0;
    this.gl = this.#canvas.getContext('webgl2');
    this._advisor_resize(width, height, density);
    return 1;
  }
  _advisor_resize(width, height, density) {
    // Its size is nothing to it.
    this.#canvas.width = Math.round(width * density);
    this.#canvas.height = Math.round(height * density);
    this.#dirty = true;
  }
  _advisor_settings(bits, scale) {
    this.settings = [bits, scale];
    this.#dirty = true;
  }
  _advisor_done(what) {
    this.log.push(`done ${what}`);
  }
  _advisor_accent(rgb) {
    return (this.accent = rgb);
  }
  _advisor_abilities(bits) {
    this.abilities = bits;
  }
  _advisor_context_lost() {
    this.log.push('lost');
  }
  _advisor_context_restored() {
    this.log.push('restored');
    this.#dirty = true;
  }
  _advisor_pointer(kind, type, id, x, y) {
    this.log.push(`pointer ${kind} ${type} ${Math.round(x)} ${Math.round(y)}`);
    if (kind === 2)
      for (const [key, box] of Object.entries(kBoxes)) if (inside(box, x, y)) this.#toggle(key);
  }
  _advisor_claims_touch(x, y) {
    return Object.values(kBoxes).some((box) => inside(box, x, y)) ? 1 : 0;
  }
  _advisor_wheel(x, y, dx, dy, modifiers) {
    this.log.push(`wheel ${dy} ${modifiers}`);
    return modifiers;
  }
  _advisor_act(size) {
    const [key, verb, value] = this.#argument(size).split('\n');
    this.log.push(`act ${key} ${verb} ${value}`);
    if (verb === 'press' && key in kBoxes) this.#toggle(key);
    if (verb === 'press' && key === 'book')
      this.#events.push({
        type: 'book',
        url: 'https://booking.example/one?date=2026-06-16',
        follow: 'https://booking.example/one?date=2026-06-16&note=1',
        service: 'sport-60',
      });
    if (verb === 'press' && key === 'language')
      this.#events.push({ type: 'language', language: this.language === 'fr' ? 'en' : 'fr' });
    if (verb === 'press' && key === 'ask') this.#events.push(globalThis.asked);
    if (verb === 'set') {
      this.marks.calf_l = Number(value);
      this.#changed();
    }
    if (verb === 'key' && value === 'ArrowRight') {
      this.#focus = 'region.calf_r';
      this.#dirty = true;
    }
  }
  _advisor_frame() {
    this.frames++;
    if (!this.#dirty && !this.#events.length) return 0;
    this.#dirty = false;
    if (this.gl) {
      this.gl.clearColor(0.9, 0.9, 0.9, 1);
      this.gl.clear(this.gl.COLOR_BUFFER_BIT);
    }
    const events = this.#events.length ? 4 : 0;
    return 2 | events | (this.gl ? 8 : 0);
  }
  _advisor_next_frame_ms() {
    return this.timerMs;
  }
  _advisor_semantics() {
    const tree = this.#tree();
    const wanted = new Map(tree.map((node) => [node.key, node]));
    const diff = {
      language: this.language,
      remove: [...this.#sent.keys()].filter((key) => !wanted.has(key)),
      order: tree.map(({ key }) => key),
      bounds: {
        ...kBoxes,
        title: [20, 20, 300, 30],
        book: [20, 440, 200, 52],
        'slider.calf_l': [20, 380, 300, 44],
        language: [300, 10, 60, 44],
      },
    };
    diff.upsert = tree.filter(
      (node) => JSON.stringify(node) !== JSON.stringify(this.#sent.get(node.key)),
    );
    this.#sent = wanted;
    if (this.#focus) diff.focus = this.#focus;
    this.#focus = undefined;
    return this.#text(JSON.stringify(diff));
  }
  _advisor_events() {
    const events = this.#events;
    this.#events = [];
    return this.#text(JSON.stringify(events));
  }

  #tree() {
    const names = kNames[this.language];
    const marked = 'calf_l' in this.marks;
    return [
      { key: 'title', role: 'heading', level: 2, name: names.title },
      {
        key: 'language',
        role: 'button',
        name: this.language === 'fr' ? 'English' : 'Français',
        lang: this.language === 'fr' ? 'en' : 'fr',
      },
      { key: 'figure', role: 'toolbar', name: names.figure },
      ...Object.keys(kBoxes).map((key) => ({
        key,
        parent: 'figure',
        role: 'toggle',
        name: names[key],
        on: key.slice(7) in this.marks,
      })),
      ...(marked
        ? [
            {
              key: 'slider.calf_l',
              role: 'slider',
              name: names.slider,
              min: 1,
              max: 10,
              value: this.marks.calf_l,
              value_text: `${this.marks.calf_l}`,
            },
          ]
        : []),
      { key: 'status', role: 'status', name: marked ? names.status : '' },
      // A test says what the next press asks the page for.
      ...(globalThis.asked ? [{ key: 'ask', role: 'button', name: 'Ask' }] : []),
      ...(marked
        ? [
            {
              key: 'book',
              role: 'link',
              name: names.book,
              href: 'https://booking.example/one?date=2026-06-16',
            },
          ]
        : []),
    ];
  }
  #toggle(key) {
    const region = key.slice(7);
    if (region in this.marks) delete this.marks[region];
    else this.marks[region] = 5;
    this.#changed();
  }
  #changed() {
    this.#events.push({ type: 'change' }, { type: 'advice' });
    this.#dirty = true;
  }
  #argument(size) {
    return new TextDecoder().decode(this.HEAPU8.subarray(16, 16 + size));
  }
  #text(text) {
    const at = this.HEAPU8.length / 2;
    const bytes = new TextEncoder().encode(text);
    this.HEAPU8.set(bytes, at);
    this.HEAPU8[at + bytes.length] = 0;
    return at;
  }
}

function inside([x, y, width, height], atX, atY) {
  return atX >= x && atX < x + width && atY >= y && atY < y + height;
}

export default async function createModule(options) {
  await new Promise((resolve) => options.instantiateWasm({}, resolve));
  const module = new FakeModule(options);
  (globalThis.fakeModules ??= []).push(module);
  return module;
}
