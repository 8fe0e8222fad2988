// What a browser hands down from the page into the shadow root: which properties, an ugly value of
// each, and what our parts have of them.

// The page's: its font, its language, and that a part of it is hidden or cannot be used.
export const kPages = [
  'font-family',
  'font',
  '-webkit-locale',
  'visibility',
  'pointer-events',
  'interactivity',
];
// What changes a property from its initial value; the first one that does is taken.
export const kUgly =
  `8px 8px 1px red;40px;only dark;900;red blue;pixelated;optimizespeed;stroke;all;standard;
  allow-keywords;super;reverse;under;over;after;inert;visual;1s;9;0.3;red;vertical-rl;rtl;none;uppercase;italic;
  all-small-caps;disc;anywhere;break-all;justify;wait;read-write;hidden;collapse;center;both;
  over right;under right;middle;auto;bevel;round;evenodd;linearrgb;crispedges;geometricprecision;
  always;upright;sideways;manual;'«' '»';square;inside;bottom;hide;loose;filled;historical-forms;
  ruby;slashed-zero;optical;condensed;text;"smcp" 1;"wght" 900;url("#none");swap;alternate;balance;
  preserve;break-spaces;nowrap;pre;antialiased;optimizelegibility;weight;exact;economy;stable;1 2 3;
  isolate-override;spell-out;contents;first allow-end;each-line;luminance;ideographic;
  no-autospace;trim-start;space-first;normal;50%;2;"a";compact;math;light;cap alphabetic`
    .split(';')
    .map((value) => value.trim());

/** Runs in the page: which properties a child takes from its parent, and an ugly value of each. */
export function findInherited(pool) {
  const parent = document.body.appendChild(document.createElement('div'));
  const child = parent.appendChild(document.createElement('div'));
  parent.style.display = 'none';
  const kebab = (name) =>
    name.replace(/^webkit/, '-webkit').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const names = new Set(getComputedStyle(child));
  for (const name in child.style) if (CSS.supports(kebab(name), 'inherit')) names.add(kebab(name));
  const found = {};
  // Half of text-box is inherited, and has a name of its own.
  for (const name of ['all', 'display', 'text-box']) names.delete(name);
  for (const name of names) {
    const value = () => getComputedStyle(child).getPropertyValue(name);
    const before = value();
    found[name] = pool.find((ugly) => {
      parent.style.setProperty(name, ugly);
      return value() !== before;
    });
    parent.style.removeProperty(name);
    if (!found[name]) delete found[name];
  }
  parent.remove();
  return found;
}

/** Runs in the page: of each of our elements, what it has of the properties that are inherited. */
export function readStyles(names) {
  const { shadowRoot } = document.querySelector('recovery-advisor');
  return [...shadowRoot.querySelectorAll('section, section *')].map((element) => {
    const style = getComputedStyle(element);
    const name = `${element.localName}.${element.className}[${element.dataset?.key ?? ''}]`;
    return [name, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
  });
}
